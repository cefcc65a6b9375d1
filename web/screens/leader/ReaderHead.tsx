import { LeftOutline } from 'antd-mobile-icons';
import { Link } from 'react-router';
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
      <LeftOutline />
    </Link>
    <div className={css.readerName}>
      <h1>{title}</h1>
    </div>
  </header>
);
