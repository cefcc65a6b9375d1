import { useApolloClient } from '@apollo/client/react';
import type { AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuestion } from '../../../ui/desk/dialogs.tsx';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import type { Added } from '../AddedBy.tsx';
import { Attachments } from '../Attachments.tsx';
import { type AttachmentAtDeskFragment, DetachDocument } from '../attachment.generated.ts';
import { AddAttachments } from './AddAttachments.tsx';
import { sendings } from './wire.ts';

interface Props {
  of: AttachmentSubject;
  thing: { id: string; viewerCanAttach: boolean; attachments: readonly AttachmentAtDeskFragment[] };
  addedBy?: (attachment: AttachmentAtDeskFragment) => Added | undefined;
  refetch: () => Promise<unknown>;
}

/** At a desk: what belongs to a case or a revisit; whoever may adds to it, and takes back what they added. */
export function DeskAttachments({ of, thing, addedBy, refetch }: Props) {
  const { t } = useTranslation('attaching');
  const client = useApolloClient();
  const question = useQuestion();
  const { done, failed } = useMessages();
  const takeBack = (id: string, name: string) =>
    question({
      ...{ title: t('removeAsk', { name }), content: t('removeHint'), okText: t('remove') },
      onOk: async () => {
        try {
          await client.mutate({ mutation: DetachDocument, variables: { id } });
          done(t('removed', { name }));
        } catch (error) {
          failed(error);
        }
        await refetch().catch(() => undefined);
      },
    });
  if (
    thing.attachments.length === 0 &&
    !thing.viewerCanAttach &&
    sendings.of({ subject: of, id: thing.id }).length === 0
  )
    return null;
  return (
    <Attachments
      of={of}
      attachments={thing.attachments}
      anew={refetch}
      addedBy={addedBy}
      deedsOf={({ id, viewerCanDetach }, name) =>
        viewerCanDetach && (
          <Button size="small" aria-label={t('removeOne', { name })} onClick={() => takeBack(id, name)}>
            {t('remove')}
          </Button>
        )
      }
    >
      <AddAttachments of={of} id={thing.id} isOpen={thing.viewerCanAttach} refetch={refetch} />
    </Attachments>
  );
}
