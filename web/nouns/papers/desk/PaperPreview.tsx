import { useQuery } from '@apollo/client/react';
import type { Block } from '@lxq/schema/texts/paper.ts';
import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskModal } from '../../../ui/desk/dialogs.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PaperPage } from '../../../ui/paper/PaperPage.tsx';
import { DRAFTS, type Given, type WithPapers } from '../ofMatter.ts';
import '../papers.css';

interface Props {
  of: WithPapers;
  id: string;
  /** What is typed so far, once nothing is missing. */
  given?: Given | null;
}
const WIDTH = 880;
/** What is typed about people is nowhere but on this screen. */
const NOWHERE = { fetchPolicy: 'no-cache' } as const;

/** 预览文书: the page of what the deed would issue, as it stands now; marked as a draft, without a number, and kept nowhere. */
export function PaperPreview({ of, id, given = {} }: Props) {
  const { t } = useTranslation('papers');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button disabled={!given} onClick={() => setOpen(true)}>
        {t('draft.look')}
      </Button>
      <DeskModal
        open={isOpen}
        destroyOnHidden
        title={t('draft.title')}
        footer={null}
        width={WIDTH}
        wrapProps={{ onKeyDown: keepFromDialog }}
        onCancel={() => setOpen(false)}
      >
        <p className="deed-dialog-about">{t('draft.about')}</p>
        {given && <Drafts of={of} id={id} given={given} />}
      </DeskModal>
    </>
  );
}
/** What is looked at is not sent by the keys that send the dialog beneath. */
const keepFromDialog = (event: KeyboardEvent) => event.key === 'Enter' && event.stopPropagation();

function Drafts({ of, id, given }: Required<Props> & { given: Given }) {
  const { t } = useTranslation('papers');
  const asked = useQuery(DRAFTS[of], { variables: { ...given, id }, ...NOWHERE });
  return (
    <Loaded data={asked.data?.[of]?.paperDrafts} asked={asked} empty={<p className="papers-none">{t('draft.none')}</p>}>
      {(drafts) => (
        <div className="paper-drafts">
          {drafts.map(({ kind, title, blocks }) => (
            <section key={kind} aria-label={t('draft.of', { title })}>
              <PaperPage blocks={blocks as Block[]} mark={t('draft.mark')} />
            </section>
          ))}
        </div>
      )}
    </Loaded>
  );
}
