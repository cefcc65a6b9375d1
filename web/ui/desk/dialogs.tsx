import { App, Drawer, type DrawerProps, Modal, type ModalProps } from 'antd';
import { backCloses, useBackCloses } from '../useBackCloses.ts';
import { useFocusReturns } from '../useFocusReturns.ts';

/** Desks open their dialogs with these: each is an entry of the history, so that Back closes it and the page stays, and gives the focus back. */
export function DeskModal(props: ModalProps & { onCancel: () => void }) {
  const { open = false, onCancel } = props;
  useBackCloses(open, onCancel);
  useFocusReturns(open);
  return <Modal {...props} />;
}

export function DeskDrawer(props: DrawerProps & { onClose: () => void }) {
  const { open = false, onClose } = props;
  useBackCloses(open, onClose);
  useFocusReturns(open);
  return <Drawer {...props} />;
}

interface Question {
  title: string;
  content: string;
  okText?: string;
  onOk: () => Promise<unknown>;
}
/** A question without words to type. */
export function useQuestion() {
  const { modal } = App.useApp();
  return (question: Question) => {
    const closed = backCloses(() => dialog.destroy());
    const dialog = modal.confirm({ ...question, afterClose: closed });
  };
}
