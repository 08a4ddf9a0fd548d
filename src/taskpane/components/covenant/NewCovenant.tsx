/** Choosing what a new covenant is made of, and making it. */
import { Button, Caption1, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { type ReactElement, useEffect } from 'react';
import { Disclosure } from '../Disclosure';
import { FindingItem } from '../FindingItem';
import { useLook } from '../look';
import { usePane } from '../pane';
import { Choices } from './Choices';
import { Preview } from './Preview';

export function NewCovenant(): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const { catalogue, preview, running, failure } = state;
  useEffect(() => {
    // Reports its own failures in the session.
    if (catalogue === null) void session.loadCatalogue();
  }, [catalogue, session]);
  if (catalogue === null) return failure ? <></> : <Spinner size="tiny" label={words.covenant.loading} />;
  return (
    <>
      <Choices catalogue={catalogue} />
      <OwnTables />
      <Preview />
      <Button
        appearance="primary"
        className={look.start}
        disabledFocusable={preview === null || running !== null}
        onClick={() => void session.newCovenant()}
      >
        {words.covenant.run}
      </Button>
    </>
  );
}

function OwnTables(): ReactElement {
  const look = useLook();
  const { words, session, state } = usePane();
  const { own } = words.covenant;
  return (
    <Disclosure level="h3" title={own.title}>
      <div className={look.lines}>
        <Caption1 className={look.hint}>{own.hint}</Caption1>
        <Button
          className={look.start}
          disabledFocusable={state.running !== null}
          onClick={() => void session.importTables()}
        >
          {own.run}
        </Button>
        <OwnFound />
      </div>
    </Disclosure>
  );
}

function OwnFound(): ReactElement | null {
  const look = useLook();
  const { words, state } = usePane();
  if (!state.imported) return null;
  const { own } = words.covenant;
  const { criteria, cluster, findings } = state.imported;
  const found = [criteria?.title, cluster?.title].filter((title) => title !== undefined).join('; ');
  return (
    <>
      <MessageBar intent={found === '' ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>{found === '' ? own.nothing : own.found(found)}</MessageBarBody>
      </MessageBar>
      {found !== '' && findings.length > 0 && <span>{own.alsoFound}</span>}
      <ul className={look.list}>
        {findings.map((one, index) => (
          // Findings have no identity of their own; the list is replaced as a whole.
          <FindingItem key={index} finding={one} />
        ))}
      </ul>
    </>
  );
}
