/**
 * How a paper is laid out, in Typst. GB/T 9704-2012: A4, margins 37/28/26/35 mm, 22 lines of 28 characters in 三号
 * (16 pt), notes, rows and page numbers in 四号 (14 pt), titles in 二号 (22 pt), rules of 0.35 and 0.25 mm; an issuer's mark begins 35 mm below the top of the
 * text, its number stands two lines below it, the red rule 4 mm under that and the title two lines further. Every text comes from `sys.inputs` as a
 * string, which Typst never reads as markup; an array of strings is one word that may break between any two of them.
 */
export const PDF_TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let others = ("Lianxin Emoji", "Lianxin Rare HK", "Lianxin Rare JP", "Libertinus Serif", "DejaVu Sans Mono")
#let song = ("Lianxin Song", ..others)
#let hei = ("Lianxin Hei", "Lianxin Song", ..others)
#let red = rgb("#d7000f")
#let char = 16pt
#let pitch = 225mm / 22

#set document(title: paper.title, author: paper.author, date: none)
#set page(
  paper: "a4",
  margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
  footer-descent: 7mm,
  footer: context {
    let n = here().page()
    set text(size: 14pt, tracking: 0pt)
    set align(if calc.odd(n) { right } else { left })
    pad(x: 14pt)[— #n —]
  },
)
#set text(
  font: song, size: char, lang: "zh", region: "cn", fallback: false, hyphenate: false,
  tracking: (156mm - 28 * char) / 28, top-edge: 0.88em, bottom-edge: -0.12em,
)
#set par(leading: pitch - char, spacing: pitch - char, justify: true)
#show heading: it => if it.supplement == [headline] { it.body } else {
  set text(size: char, weight: "regular")
  block(sticky: true, above: pitch - char, below: pitch - char, par(
    justify: false, first-line-indent: (amount: 2em, all: true), it.body,
  ))
}

#let text-of(value) = if type(value) == array { value.join(box()) } else { value }
#let run(value) = value.map(text-of).join()
#let body(it) = if "words" not in it { run(it.text) } else { it.words.map(each => if each.bold { strong(run(each.text)) } else { run(each.text) }).join() }
#let ends(it) = grid(columns: (1fr, auto), column-gutter: 1em, align: (left + bottom, right + bottom), run(it.text), run(it.end))
#let rule(thickness) = line(length: 100%, stroke: thickness)

#let draw = (
  mark: it => { text(font: hei, weight: 600, ends(it)); v(16mm) },
  banner: it => {
    set align(center)
    set par(justify: false, leading: 0.3em)
    text(size: 56pt, weight: 700, fill: red, tracking: 0.14em, run(it.text))
    v(5mm)
  },
  number: it => { align(center, run(it.text)); v(5mm) },
  issuer: it => { pad(x: char, ends(it)); v(-2mm); line(length: 100%, stroke: 2pt + red); v(2mm) },
  period: it => align(center, text(size: 14pt, run(it.text))),
  contents: it => { v(2mm); align(center, text(font: hei, weight: 600, run(it.text))) },
  contentsHeading: it => block(above: 12pt, below: 8pt, {
    set par(justify: false, leading: 7pt, hanging-indent: 2em)
    link(label(it.key), text(size: 14pt, font: hei, weight: 600, run(it.text)))
  }),
  contentsEntry: it => block(above: 8pt, below: 8pt, inset: (left: 28pt), {
    set par(justify: false, leading: 7pt, hanging-indent: 1.5em)
    link(label(it.key), text(size: 14pt, run(it.text)))
  }),
  section: it => [#heading(level: 1, text(font: hei, weight: 600, run(it.text))) #label(it.key)],
  title: it => [#heading(level: 2, text(weight: 700, run(it.text))) #label(it.key)],
  paragraph: it => par(first-line-indent: (amount: 2em, all: true), body(it)),
  sources: it => align(right, run(it.text)),
  pictures: it => block(width: 100%, height: (it.lines - 1) * pitch + char, breakable: false, above: pitch - char, below: pitch - char, align(
    center + horizon,
    grid(columns: it.pictures.len(), column-gutter: 4mm, align: horizon, ..it.pictures.map(each =>
      image("/" + each.file, width: each.width * 1mm, height: each.height * 1mm, alt: each.alt)
    )),
  )),
  issuerMark: it => {
    set par(justify: false, leading: 0.3em)
    v(35mm)
    align(center, text(size: it.size * 1pt, weight: 700, fill: red, tracking: 0pt, run(it.text)))
  },
  docNumber: it => { v(2 * pitch); align(center, run(it.text)); v(4mm - pitch + char); line(length: 100%, stroke: 2pt + red) },
  headline: it => {
    let words = block(width: 100%, above: 2 * pitch, below: pitch + (pitch - char), {
      set par(justify: false, leading: 14pt)
      align(center, text(size: 22pt, weight: 700, tracking: 0pt, run(it.text)))
    })
    [#heading(level: 1, supplement: [headline], words) #if "key" in it { label(it.key) }]
  },
  addressee: it => par(justify: false, run(it.text)),
  clause: it => heading(level: 2, text(font: hei, weight: 600, run(it.text))),
  subclause: it => heading(level: 3, text(weight: 700, run(it.text))),
  rows: it => {
    set par(justify: false, leading: 8pt)
    set text(size: 14pt, tracking: 0pt)
    block(above: pitch, below: pitch, table(
      columns: (7em, 1fr), stroke: 0.5pt, inset: (x: 6pt, y: 7pt), align: (center + horizon, left + horizon),
      ..it.rows.map(each => (text(font: hei, weight: 600, run(each.text)), run(each.end))).flatten(),
    ))
  },
  contentsPage: it => block(above: 12pt, below: 12pt, link(label(it.key), {
    run(it.text) + " " + box(width: 1fr, repeat[.]) + " " + context counter(page).at(label(it.key)).map(str).first()
  })),
  signature: it => block(sticky: true, width: 100%, breakable: false, above: pitch, below: 12pt, {
    set text(size: 14pt, tracking: 0pt)
    set par(justify: false, spacing: 8pt)
    pad(left: 2 * char, { par(run(it.text)); par(text(size: 12pt, run(it.end))) })
  }),
  issuance: it => block(width: 100%, breakable: false, above: 2 * pitch - char, {
    set par(justify: false)
    align(right, pad(right: it.indent * 1em, run(it.text)))
    align(right, pad(right: 4em, run(it.end)))
  }),
)

#let recipients(it) = par(justify: false, hanging-indent: 3em, leading: 8pt, run(it.text))
#let closing(foot) = {
  set text(size: 14pt, tracking: 0pt)
  rule(0.35mm)
  for it in foot.slice(0, -1) { pad(x: 14pt, recipients(it)); rule(0.25mm) }
  pad(x: 14pt, ends(foot.last()))
  rule(0.35mm)
}

#for (nth, part) in paper.parts.enumerate() {
  if nth > 0 { place.flush(); pagebreak() }
  for (i, it) in part.body.enumerate() {
    if it.role == "section" and i > 0 and part.body.at(i - 1).role == "contentsEntry" { v(pitch - char) }
    let drawn = (draw.at(it.role))(it)
    if "isKept" in it { block(sticky: true, above: pitch - char, below: pitch - char, drawn) } else { drawn }
  }
  if part.longFoot { v(1fr); set block(spacing: 8pt); closing(part.foot) } else if part.foot.len() > 0 {
    place(bottom, float: true, clearance: 1em, block(width: 100%, breakable: false, { set block(spacing: 8pt); closing(part.foot) }))
  }
}
`;
