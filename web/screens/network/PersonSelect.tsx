import { skipToken, useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoleName } from '../../session/usePostName.ts';
import { useJoined } from '../../ui/useJoined.ts';
import { CandidatesDocument, ColleaguesDocument } from './posts.generated.ts';

interface Props {
  /** Given by the form. */
  id?: string;
  value?: string;
  onChange?: (person: string) => void;
}

/** For an administrator: active persons by a part of the name, each with what they hold, so that namesakes are told apart. */
export function PersonSelect(field: Props) {
  const { t } = useTranslation('network');
  const roleName = useRoleName();
  const joined = useJoined();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const { data, previousData, error, loading } = useQuery(
    CandidatesDocument,
    wanted ? { variables: { text: wanted } } : skipToken,
  );
  const found = (wanted ? (data ?? previousData) : data)?.candidates ?? [];
  return (
    <Select
      {...field}
      showSearch={{ onSearch: setText, filterOption: false }}
      placeholder={t('post.searchPerson')}
      loading={loading}
      notFoundContent={error ? t('post.searchFailed') : wanted && !loading ? t('post.nobody') : t('post.searchHint')}
      options={found.map(({ id, name, posts }) => ({
        value: id,
        label: name,
        holds: joined(posts.map((post) => `${post.unit.name} ${roleName(post)}`)) || t('post.noPost'),
      }))}
      optionRender={({ label, data: { holds } }) => (
        <>
          {label} <small>{holds}</small>
        </>
      )}
    />
  );
}

/** For whoever holds a post: those with one at the same unit. */
export function ColleagueSelect(field: Props) {
  const { t } = useTranslation('network');
  const { data, error, loading } = useQuery(ColleaguesDocument);
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      loading={loading}
      notFoundContent={error ? t('post.searchFailed') : t('post.noColleague')}
      options={(data?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
