import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './Section.module.css';

interface Props {
  readonly title: string;
  /** A few words at the right of the title: what is inside, without opening it. */
  readonly summary?: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of the screen that opens and closes. Its content is made when it is first opened. */
export function Section({ title, summary, open: atFirst = false, children }: Props) {
  const [open, setOpen] = useState(atFirst);
  const [made, setMade] = useState(atFirst);
  const id = useId();
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>
        <button
          type="button"
          className={classes.button}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setMade(true);
            setOpen(!open);
          }}
        >
          <IconChevronRight size={20} className={classes.chevron} data-open={open || undefined} aria-hidden />
          <span>{title}</span>
          {summary !== undefined && <span className={classes.summary}>{summary}</span>}
        </button>
      </h3>
      <div id={id} hidden={!open} className={classes.content}>
        {made && children}
      </div>
    </section>
  );
}
