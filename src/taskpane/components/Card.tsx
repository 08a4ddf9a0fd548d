/** Things that belong together under one heading. */
import { Body1Strong } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useLook } from './look';

export function Card({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const look = useLook();
  const heading = useId();
  return (
    <section className={look.card} aria-labelledby={heading}>
      <Body1Strong as="h3" block className={look.heading} id={heading}>
        {title}
      </Body1Strong>
      {children}
    </section>
  );
}
