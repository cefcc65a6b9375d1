/** The same text to take away. */
export function PaperFiles({ id, of }: { id: string; of: string }) {
  return (
    <span className="papers-files">
      {(['docx', 'pdf'] as const).map((ending) => (
        <a key={ending} href={`/files/papers/${id}.${ending}`} download aria-label={`${of} ${ending.toUpperCase()}`}>
          {ending.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
