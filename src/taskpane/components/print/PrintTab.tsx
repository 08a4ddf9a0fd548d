/** The last step: which sheets are printed, how ready each is, what is missing on them, and how Excel prints them. */
import { Badge, Button, Caption1 } from '@fluentui/react-components';
import { type ReactElement, useEffect, useId } from 'react';
import type { Overview } from '../../../workbook/overview';
import type { Words } from '../../../locales/languages';
import type { DocumentType } from '../../../commands/documents';
import { missingTexts, printedSheets, type PrintedSheet, type Readiness } from '../../readiness';
import { Card } from '../Card';
import { useLook } from '../look';
import { Outcome } from '../Outcome';
import { PlainCommands } from '../PlainCommands';
import { usePane } from '../pane';
import { SheetLink } from '../SheetLink';
import { TabPage } from '../TabPage';
import { VerifySeal } from './VerifySeal';

export default function PrintTab(): ReactElement {
  const { session, state } = usePane();
  const { overview, pages } = state;
  const sheets = overview ? printedSheets(overview, pages) : [];
  useEffect(() => {
    if (overview !== null) void session.countPages();
  }, [session, overview]);
  return (
    <TabPage section="print">
      <Outcome workStep="print" />
      {overview === null || sheets.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <Sheets sheets={sheets} />
          <Missing overview={overview} sheets={sheets} />
          {overview.sheets.summary !== null && <Documents documents={overview.documents} />}
          {overview.sealed !== null && <VerifySeal />}
          <How />
        </>
      )}
    </TabPage>
  );
}

function Nothing(): ReactElement {
  const look = useLook();
  const { words, session } = usePane();
  return (
    <>
      <span>{words.print.nothing}</span>
      <Button className={look.start} onClick={() => session.show('score', { focus: true })}>
        {words.rank.toScore}
      </Button>
    </>
  );
}

function Sheets({ sheets }: { sheets: readonly PrintedSheet[] }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  return (
    <Card title={words.print.sheets}>
      <ul className={look.list}>
        {sheets.map(({ sheet, readiness, undated, pages }) => (
          <li key={sheet} className={look.item}>
            <div className={look.apart}>
              <SheetLink sheet={sheet} label={words.print.goTo(sheet)} />
              <Badge appearance="tint" color={readiness.type === 'ready' ? 'success' : 'warning'}>
                {readinessText(readiness, words)}
              </Badge>
            </div>
            <Details parts={[pages === null ? '' : words.print.pages(pages), undated ? words.print.undated : '']} />
          </li>
        ))}
      </ul>
      <PlainCommands workStep="print" />
    </Card>
  );
}

function Details({ parts }: { parts: readonly string[] }): ReactElement | null {
  const look = useLook();
  const text = parts.filter((part) => part !== '').join(', ');
  return text === '' ? null : <Caption1 className={look.hint}>{text}</Caption1>;
}

function readinessText(readiness: Readiness, { print }: Words['ui']): string {
  switch (readiness.type) {
    case 'incomplete':
      return print.incomplete(readiness.lines);
    case 'errors':
      return print.errors(readiness.errors);
    default:
      return print[readiness.type];
  }
}

function Missing({ overview, sheets }: { overview: Overview; sheets: readonly PrintedSheet[] }): ReactElement {
  const look = useLook();
  const { words } = usePane();
  const { missing, missingTexts: texts, undatedSheets, nothingMissing } = words.print;
  const undated = sheets.filter((one) => one.undated).length;
  const lines = [...missingTexts(overview).map((one) => texts[one]), ...(undated > 0 ? [undatedSheets(undated)] : [])];
  return (
    <Card title={missing}>
      {lines.length === 0 ? (
        <span>{nothingMissing}</span>
      ) : (
        <ul className={look.plainList}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What is made on demand. */
function Documents({ documents }: Pick<Overview, 'documents'>): ReactElement {
  const look = useLook();
  const { words } = usePane();
  return (
    <Card title={words.print.documents}>
      <ul className={look.list}>
        {documents.map(({ type, sheets }) => (
          <Document key={type} type={type} made={sheets.length > 0} />
        ))}
      </ul>
    </Card>
  );
}

function Document({ type, made }: { type: DocumentType; made: boolean }): ReactElement {
  const look = useLook();
  const hint = useId();
  const { words, session, state } = usePane();
  const texts = words.print.make[type];
  return (
    <li className={look.item}>
      <Button
        className={look.start}
        disabledFocusable={state.running !== null}
        aria-describedby={hint}
        onClick={() => void session.makeDocument(type)}
      >
        {made ? texts.again : texts.first}
      </Button>
      <Caption1 id={hint} className={look.hint}>
        {texts.hint}
      </Caption1>
    </li>
  );
}

function How(): ReactElement {
  const look = useLook();
  const { words } = usePane();
  return (
    <Card title={words.print.how}>
      <ol className={look.plainList}>
        {words.print.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  );
}
