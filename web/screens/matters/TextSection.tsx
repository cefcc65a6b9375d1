/** Words that somebody has written, below what they are. */
export function TextSection({ title, text }: { title: string; text: string | null }) {
  if (!text) return null;
  return (
    <section>
      <h3 className="report-heading">{title}</h3>
      <p className="as-verbatim">{text}</p>
    </section>
  );
}
