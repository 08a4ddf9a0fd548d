/** The pane drawn over fake actions, and the few things a test does in it. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { wordFailure } from '../../src/locales/wording';
import { ExcelFailure } from '../../src/excel/failure';
import { wordFinding, wordsFor } from '../../src/locales';
import type { Wordings } from '../../src/taskpane/actions';
import { App } from '../../src/taskpane/components/App';
import { createSession } from '../../src/taskpane/session';
import type { WorkStep } from '../../src/commands/command';
import { fakeActions, type Given } from './fakes';

/** Turns of the event loop that a tab takes to be loaded and drawn. */
const TURNS = 5;

/** Does something and lets React, and whatever follows from it, come to rest. */
export const settled = (work: () => void = () => undefined): Promise<void> =>
  act(async () => {
    work();
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  });

/** Draws the pane and waits until it has read the workbook; turned to `section` where one is given. */
export async function openPane(given: Given = {}, section?: WorkStep, language = 'vi-VN') {
  const actions = fakeActions(given);
  const words = wordsFor(language);
  const wordings: Wordings = {
    finding: (finding) => wordFinding(finding, words),
    failure: (thrown) =>
      thrown instanceof ExcelFailure
        ? {
            ...wordFailure(thrown, words),
            detail: thrown.detail,
            cancelled: thrown.failure === 'cancelled',
            unfinished: thrown.aftermath === 'unknown',
          }
        : null,
  };
  const session = createSession(actions, () => new Date(2026, 2, 1, 9, 5));
  if (section) session.show(section);
  await settled(() => {
    render(<App session={session} words={words} wordings={wordings} brightness="light" />);
  });
  await settled();
  return { actions, session };
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
export const press = (name: string | RegExp): Promise<void> => settled(() => void fireEvent.click(button(name)));
export const isOff = (name: string): boolean => button(name).getAttribute('aria-disabled') === 'true';
export const announced = (): string | null => screen.getByRole('status').textContent;
export const header = () => within(screen.getByRole('banner'));
export const panel = () => within(screen.getByRole('tabpanel'));
export const card = (name: string) => within(screen.getByRole('region', { name }));
