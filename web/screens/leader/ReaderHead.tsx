import { Link } from 'react-router';
import { Icon } from '../../ui/phone/Icon.tsx';
import css from './reader.module.css';

interface Props {
  /** Where Back leads, and what it is called. */
  to: string;
  back: string;
  title: string;
}

/** What is open, with the way back. */
export const ReaderHead = ({ to, back, title }: Props) => (
  <header className={css.readerHead}>
    <Link to={to} className={css.iconButton} aria-label={back}>
      <Icon of="left" />
    </Link>
    <div className={css.readerName}>
      <h1>{title}</h1>
    </div>
  </header>
);
