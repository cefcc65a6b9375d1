import { SearchOutlined } from '@ant-design/icons';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClearIcon } from '../../ui/desk/ClearIcon.tsx';

const PAUSE_MS = 350;

/** Searches a moment after the last key; never on half a word while an input method still composes it. */
export function SearchBox({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState(text);
  const input = useRef<InputRef>(null);
  const isComposing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onSearch);
  latest.current = onSearch;

  useEffect(() => input.current?.focus(), []);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Back and a suggestion change the text from outside.
  useEffect(() => setTyped(text), [text]);

  const soon = (next: string) => {
    clearTimeout(timer.current);
    if (isComposing.current) return;
    timer.current = setTimeout(() => latest.current(next.trim()), PAUSE_MS);
  };
  return (
    <Input
      ref={input}
      size="large"
      type="search"
      allowClear={{ clearIcon: <ClearIcon /> }}
      prefix={<SearchOutlined aria-hidden />}
      aria-label={t('label')}
      placeholder={t('placeholder')}
      maxLength={LIMITS.search.max}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        soon(event.target.value);
      }}
      onCompositionStart={() => {
        isComposing.current = true;
        clearTimeout(timer.current);
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        soon(event.currentTarget.value);
      }}
      onPressEnter={(event) => {
        if (event.nativeEvent.isComposing) return;
        clearTimeout(timer.current);
        onSearch(event.currentTarget.value.trim());
      }}
    />
  );
}
