import { useQuery } from '@apollo/client/react';
import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { DigestVersionsDocument } from './desk.generated.ts';
import digests from './digests.module.css';
import { DiffText } from './editor/DiffText.tsx';
import css from './versions.module.css';
import { type Trail, trails, wholeText } from './versionTrail.ts';

/** Any two versions of an item side by side, character by character. */
export function Versions({ digest }: { digest: { id: string } }) {
  const { t } = useTranslation('digests');
  const { data, error, refetch } = useQuery(DigestVersionsDocument, { variables: { id: digest.id } });
  return (
    <section className={digests.panel}>
      <Loaded
        data={data && trails(data.digest.versions)}
        asked={{ error, refetch }}
        empty={<Empty text={t('versions.none')} />}
      >
        {(found) => <TrailPicker found={found} />}
      </Loaded>
    </section>
  );
}

function TrailPicker({ found }: { found: Trail[] }) {
  const { t } = useTranslation('digests');
  const [key, setKey] = useState<string>();
  const trail = found.find((each) => (each.itemId ?? '') === key) ?? found[0];
  if (!trail) return null;
  return (
    <>
      <Select
        className={css.trailSelect}
        aria-label={t('versions.item')}
        showSearch={{ optionFilterProp: 'label' }}
        value={trail.itemId ?? ''}
        onChange={setKey}
        options={found.map(({ itemId, title, versions }) => ({
          value: itemId ?? '',
          label: t('versions.trail', { title: title || t('versions.whole'), count: versions.length }),
        }))}
      />
      <Compare key={trail.itemId} trail={trail} />
    </>
  );
}

function Compare({ trail }: { trail: Trail }) {
  const { t } = useTranslation('digests');
  const [newer, setNewer] = useState(0);
  const [older, setOlder] = useState(Math.min(1, trail.versions.length - 1));
  const before = trail.versions[older];
  const after = trail.versions[newer];
  if (!before || !after) return null;
  return (
    <div className={css.compare}>
      <table className={css.versionList}>
        <thead>
          <tr>
            <th scope="col">{t('versions.older')}</th>
            <th scope="col">{t('versions.newer')}</th>
            <th scope="col">{t('versions.when')}</th>
          </tr>
        </thead>
        <tbody>
          {trail.versions.map((version, index) => (
            <tr key={version.id}>
              <td>
                <Radio
                  aria-label={`${t('versions.older')} ${shanghaiTime(version.at)}`}
                  checked={index === older}
                  disabled={index < newer}
                  onChange={() => setOlder(index)}
                />
              </td>
              <td>
                <Radio
                  aria-label={`${t('versions.newer')} ${shanghaiTime(version.at)}`}
                  checked={index === newer}
                  disabled={index > older}
                  onChange={() => setNewer(index)}
                />
              </td>
              <td>
                {shanghaiTime(version.at)} <span className={digests.faint}>{version.by?.name}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {trail.versions.length > 1 ? (
        <DiffText before={wholeText(before)} after={wholeText(after)} />
      ) : (
        <div>
          <p className={digests.faint}>{t('versions.only')}</p>
          <div className={digests.verbatim}>{wholeText(after)}</div>
        </div>
      )}
    </div>
  );
}
