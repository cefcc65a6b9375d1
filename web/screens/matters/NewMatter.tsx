import { Button } from 'antd';
import { type ComponentType, useState } from 'react';

interface Props {
  /** What the button says. */
  name: string;
  dialog: ComponentType<{ onClose: () => void }>;
}

/** Begins one more of what the list holds. */
export function NewMatter({ name, dialog: Dialog }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" className="matter-new" onClick={() => setOpen(true)}>
        {name}
      </Button>
      {isOpen && <Dialog onClose={() => setOpen(false)} />}
    </>
  );
}
