import { deedsOf, lengthOf, type Machine, type Transition } from '@lxq/schema/transitions.ts';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedBar } from '../../deeds/desk/DeedBar.tsx';
import { DeedButtons } from '../../deeds/desk/DeedButtons.tsx';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { AskedDeed, Matter } from './useAskedDeed.ts';
import { type AskedWords, WordsDialog } from './WordsDialog.tsx';

interface Props<Deed extends string, Thing extends Matter> {
  /** What is typed is kept under its word. */
  noun: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever its guards look at is the server's
  machine: Machine<Deed, string, any>;
  /** Those that codegen derives from the machine. */
  documents: object;
  thing: Thing;
  /** The way on; what sends it back or looks at it anew stands beside it. */
  forward: readonly Deed[];
  /** Of deeds that ask for more than words. */
  dialogs: Partial<Record<Deed, ComponentType<AskedDeed<Thing>>>>;
  nameOf: (deed: Deed) => string;
  wordsOf: (deed: Deed) => AskedWords;
  /** What there is no way back from. */
  graveOf: (deed: Deed) => string;
  /** Somebody was first: what they did is fetched. */
  onChanged: () => unknown;
}

/** What may be done with a matter now, by whoever looks at it; a deed that asks for something opens its dialog. */
export function MatterDeeds<Deed extends string, Thing extends Matter>(props: Props<Deed, Thing>) {
  const { noun, machine, thing, nameOf, onChanged } = props;
  const { t } = useTranslation('matters');
  const { said } = useMessages();
  const deeds = useDeeds<Deed, Thing>(machine, props.documents);
  const [asked, setAsked] = useState<Deed>();
  const possible = deedsOf<Deed>(machine).filter((deed) => may(machine, deed, thing));
  // What is being typed stays, even where somebody else has done the deed meanwhile: sending it says so.
  if (possible.length === 0 && !asked) return null;
  const rowOf = (deed: Deed) => machine[deed] as Transition<string, never>;
  const done = (deed: Deed) => t('done', { deed: nameOf(deed), no: thing.no });
  const isAsking = (deed: Deed) => Boolean(props.dialogs[deed] ?? rowOf(deed).asks ?? rowOf(deed).isGrave);
  // A dialog shows by itself why it was refused.
  const carry = async (deed: Deed, words?: string) => {
    const outcome = await deeds.one(deed, thing, words);
    if ('value' in outcome || !isAsking(deed)) said(outcome, done(deed));
    if ('failure' in outcome && outcome.failure.code === 'CONFLICT') onChanged();
    return outcome;
  };
  const close = () => setAsked(undefined);
  const Dialog = asked && (props.dialogs[asked] as ComponentType<AskedDeed<Thing>> | undefined);
  const given = asked && { thing, title: nameOf(asked), isBusy: deeds.isBusy, onClose: close };
  const isPossible = asked !== undefined && possible.includes(asked);
  return (
    <DeedBar>
      <DeedButtons
        machine={machine}
        deeds={possible}
        primary={possible.filter((deed) => props.forward.includes(deed)).slice(-1)}
        nameOf={nameOf}
        isBusy={deeds.isBusy}
        ask={(deed) => (isAsking(deed) ? setAsked(deed) : void carry(deed))}
      />
      {given && Dialog && <Dialog {...given} isPossible={isPossible} done={done(asked)} onChanged={onChanged} />}
      {given && !Dialog && rowOf(asked).asks && (
        <WordsDialog
          {...given}
          {...props.wordsOf(asked)}
          deed={`${noun}.${asked}`}
          length={lengthOf(rowOf(asked))}
          send={(words) => carry(asked, words)}
        />
      )}
      {given && !Dialog && !rowOf(asked).asks && (
        <DeedDialog
          {...given}
          title={t('dialog.title', { deed: given.title, no: thing.no })}
          okText={given.title}
          isReady
          isDangerous
          send={() => carry(asked)}
          onDone={close}
        >
          <p className="deed-dialog-about">{props.graveOf(asked)}</p>
        </DeedDialog>
      )}
    </DeedBar>
  );
}
