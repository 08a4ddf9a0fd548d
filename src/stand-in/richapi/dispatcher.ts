/**
 * The host's side of the Rich API: takes the text of a batch and gives the text of its answer. It knows no transport, so
 * the Node bridge and the browser's frames use the same one.
 */
import type { StandInWorkbook, WorkbookEvent } from '../workbook/contract';
import { BatchRun } from './batch';
import { byteLength, sumCosts, type BatchCost, type Counters } from './counters';
import { httpStatusOf, messageOf, RichApiError, toWireError } from './errors';
import { FaultPlan, type Fault } from './faults';
import { RangeObject } from './model/range';
import { RangeAreasObject } from './model/rangeAreas';
import { WorkbookObject } from './model/workbook';
import { HostState, VIETNAMESE, type Culture } from './hostState';
import { parseBatch, type EventEntry, type WireAnswer, type WireBatch } from './wire';

export interface RichApiHostOptions {
  /** Vietnamese when not given. */
  culture?: Culture;
  /** The day whose year a date without a year gets; the clock's when not given. */
  today?: () => Date;
  /** The largest request and answer in bytes; 5 MB when not given, as in Excel on the web. */
  payloadLimit?: number;
  /** Told when the add-in shows or hides its pane (`Office.addin.showAsTaskpane`, `hide`). */
  onPane?: (visible: boolean) => void;
  /** Awaited between the actions of a batch: the page yields here so the UI can repaint. */
  yieldToUi?: () => Promise<void>;
}

const ONE_MEGABYTE = 1024 * 1024;
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export class RichApiHost {
  /** Faults of the stand-in itself, each also answered as GeneralException; a sound test run leaves this empty. */
  readonly internalErrors: unknown[] = [];
  readonly #session: HostState;
  readonly #faults = new FaultPlan();
  readonly #listeners = new Set<(entries: EventEntry[]) => void>();
  readonly #stopListening: () => void;
  #log: BatchCost[] = [];
  #running: Promise<unknown> = Promise.resolve();
  #deliveryScheduled = false;

  constructor(
    readonly workbook: StandInWorkbook,
    private readonly options: RichApiHostOptions = {},
  ) {
    this.#session = new HostState(workbook, options.culture ?? VIETNAMESE, options.today ?? (() => new Date()));
    if (options.onPane) this.#session.onPane = options.onPane;
    this.#session.yieldToUi = options.yieldToUi ?? null;
    this.#stopListening = workbook.onEvent((event) => this.#receive(event));
  }

  /** Runs a batch and answers it; batches run one after another, never side by side. Never rejects. */
  execute(bodyText: string): Promise<string> {
    const answered = this.#running.then(() => this.#execute(bodyText));
    this.#running = answered;
    return answered;
  }

  /** Hears the events the add-in has registered for, always after the answer of the batch that caused them. */
  onEvents(listener: (entries: EventEntry[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when no batch is running and no event waits for delivery. */
  async settled(): Promise<void> {
    let seen: Promise<unknown>;
    do {
      seen = this.#running;
      await seen;
      await nextTurn();
    } while (seen !== this.#running);
  }

  /** Makes a batch fail; see {@link Fault}. */
  failOn(fault: Fault): void {
    this.#faults.add(fault);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  /** Sums since the last reset. */
  get counters(): Counters {
    return sumCosts(this.#log);
  }

  /** One entry per batch since the last reset. */
  get log(): readonly BatchCost[] {
    return this.#log;
  }

  /** Starts counting anew; faults count their batches from here. */
  resetCounters(): void {
    this.#log = [];
  }

  /** Stops listening to the workbook; the workbook itself stays. */
  dispose(): void {
    this.#stopListening();
    this.#listeners.clear();
  }

  async #execute(bodyText: string): Promise<string> {
    let answer: WireAnswer;
    let batch: WireBatch = { Actions: [], ObjectPaths: {} };
    let cleanup = false;
    const requestBytes = byteLength(bodyText);
    try {
      if (requestBytes > this.#limit)
        throw new RichApiError('RequestPayloadSizeLimitExceeded', `${requestBytes} bytes`);
      batch = parseBatch(bodyText);
      cleanup = isCleanup(batch);
      answer = cleanup ? await this.#run(batch, batch.Actions.length) : await this.#runWithFaults(batch);
    } catch (thrown) {
      const { code, message, internal } = toWireError(thrown);
      if (internal) this.internalErrors.push(thrown);
      answer = failure(code, message);
    }
    let text = JSON.stringify(answer);
    let responseBytes = byteLength(text);
    if (responseBytes > this.#answerLimit) {
      answer = failure('ResponsePayloadSizeLimitExceeded', messageOf('ResponsePayloadSizeLimitExceeded'));
      text = JSON.stringify(answer);
      responseBytes = byteLength(text);
    }
    this.#log.push({
      actions: batch.Actions.length,
      proxyObjects: Object.keys(batch.ObjectPaths).length,
      requestBytes,
      responseBytes,
      error: answer.Error?.Code ?? null,
      cleanup,
    });
    this.#scheduleDelivery();
    return text;
  }

  async #runWithFaults(batch: WireBatch): Promise<WireAnswer> {
    const fault = this.#faults.forBatch(this.counters.batches + 1);
    if (!fault) return this.#run(batch, batch.Actions.length);
    const limit = fault.lost ? batch.Actions.length : (fault.afterActions ?? 0);
    const answer = await this.#run(batch, limit);
    // A batch that fails by itself before the fault is reached answers its own error, unless the answer is lost anyway.
    if (answer.Error && !fault.lost) return answer;
    const injected = failure(fault.code, fault.message ?? messageOf(fault.code));
    return fault.lost || !injected.Error
      ? injected
      : { ...answer, Error: { ...injected.Error, ActionIndex: Math.min(limit, batch.Actions.length - 1) } };
  }

  async #run(batch: WireBatch, limit: number): Promise<WireAnswer> {
    const roots = {
      root: new WorkbookObject(this.#session),
      byReference: (id: string) => {
        const place = this.#session.kept(id);
        const type = place.areas.length === 1 ? RangeObject : RangeAreasObject;
        return new type(this.#session, place, id);
      },
    };
    try {
      return await new BatchRun(batch, roots, (error) => this.internalErrors.push(error)).run(limit);
    } finally {
      this.#session.endBatch();
      // Elsewhere it may wait until somebody looks.
      const { behaviours, calculationMode } = this.workbook;
      if (behaviours.uncalculatedCharts === 'refused' && calculationMode !== 'Manual') await this.workbook.calculate();
    }
  }

  get #limit(): number {
    return this.options.payloadLimit ?? PAYLOAD_LIMIT;
  }

  get #answerLimit(): number {
    return this.workbook.behaviours.answerLimit === 'oneMegabyte' ? ONE_MEGABYTE : this.#limit;
  }

  #receive(event: WorkbookEvent): void {
    this.#session.follow(event);
    this.#session.events.receive(event);
    this.#scheduleDelivery();
  }

  #scheduleDelivery(): void {
    if (this.#deliveryScheduled || !this.#session.events.waiting) return;
    this.#deliveryScheduled = true;
    this.#running = this.#running.then(async () => {
      await nextTurn();
      this.#deliveryScheduled = false;
      const entries = this.#session.events.take();
      for (const listener of this.#listeners) listener(entries);
    });
  }
}

/** Lets the answer reach the client before the events that follow it. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function failure(code: string, message: string): WireAnswer {
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: code, Message: message, Location: '', HttpStatusCode: httpStatusOf(code) },
  };
}

/** The client's own batch at the end of `Excel.run`: it only gives references back. */
function isCleanup(batch: WireBatch): boolean {
  const names = batch.Actions.filter((action) => action.Name !== '').map((action) => action.Name);
  return names.length > 0 && names.every((name) => name === '_RemoveReference');
}
