/** An SVG as a picture of points, twice as fine as on the screen. */
async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image(width, height);
  image.src = svg;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((keep, fail) =>
    canvas.toBlob((blob) => (blob ? keep(blob) : fail(new Error('no picture came of the chart'))), 'image/png'),
  );
}

interface Drawn {
  getDataURL: (options: { type: 'svg' }) => string;
  getWidth: () => number;
  getHeight: () => number;
}
/** Saves what is drawn, under what it is called. */
export async function saveChart(chart: Drawn, kind: 'svg' | 'png', name: string): Promise<void> {
  const url = chart.getDataURL({ type: 'svg' });
  const svg = decodeURIComponent(url.slice(url.indexOf(',') + 1));
  const blob =
    kind === 'png' ? await pngOf(url, chart.getWidth(), chart.getHeight()) : new Blob([svg], { type: 'image/svg+xml' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name.replace(/[\\/:*?"<>|]/g, ' ')}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
