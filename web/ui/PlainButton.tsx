import type { ButtonHTMLAttributes } from 'react';
import './plain-button.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: 'primary' | 'quiet' };

/** A button without a component library, for what phone and desk share. */
export function PlainButton({ kind = 'quiet', className = '', type = 'button', ...rest }: Props) {
  return <button type={type} className={`plain-button plain-button-${kind} ${className}`} {...rest} />;
}
