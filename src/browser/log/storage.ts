/**
 * Where events are stored: a database, a second copy in another storage, and a witness of what was written.
 * What one of them loses comes back from the others; what none of them takes is kept in memory and tried again.
 */
import { type Draft, type LogEvent, originOf } from '../../core/event.ts';
import { type Database, type Device, databaseOf, newDevice, type ReadEvents, stamped } from './database.ts';
import { Known, recoveryOf } from './known.ts';
import type { Recovery, Saving } from './saving.ts';
import { type SecondCopy, secondCopyOf } from './second-copy.ts';
import { witness, witnessed } from './witness.ts';
import { type Reason, reasonOf, type World } from './world.ts';

/** In ms, until the database is tried again. */
const RETRY = 30_000;

export class EventStore {
  readonly known = new Known();
  readonly database: Database;
  readonly #copy: SecondCopy;
  readonly #world: World;
  readonly #witness: string;
  readonly #changed: (added: readonly LogEvent[]) => void;
  readonly #written: (events: readonly LogEvent[]) => void;

  /** Why the database takes nothing, as long as it does not. */
  #reason: Reason | undefined;
  /** What is not in the database yet. Its ids are those of a device that is nothing but this page. */
  readonly #pending = new Map<string, LogEvent>();
  readonly #page: Device = { id: newDevice(), seq: 0 };
  #busy = 0;
  #restoring: Promise<void> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  /** The opening of the database that was seen to hold all that is known; what is behind a later one must be seen. */
  #whole = 0;
  /** Whether numbers of this device may be lost, so that they must not be given again. */
  #isDoubtful = false;

  /** What the second copy may lack. */
  #uncopied: readonly LogEvent[] = [];
  #isCopied = false;
  #copying = Promise.resolve();

  /** `changed` is called with what came, or when `saving` may be another; `written` with what came to disk. */
  constructor(
    base: string,
    world: World,
    changed: (added: readonly LogEvent[]) => void,
    written: (events: readonly LogEvent[]) => void,
    read?: ReadEvents,
  ) {
    this.#world = world;
    this.#changed = changed;
    this.#written = written;
    this.#witness = `unfold:${base}:witness`;
    this.#copy = secondCopyOf(world, `unfold-history:${base}`);
    this.database = databaseOf(world, `unfold:${base}`, () => this.restore(), read);
  }

  get saving(): Saving {
    if (this.#busy > 0) return { state: 'saving' };
    if (!this.#reason) return { state: 'saved' };
    const state = this.#isCopied && this.#reason !== 'newer' ? 'copied' : 'unsaved';
    return { state, reason: this.#reason, pending: this.#pending.size };
  }

  /** Reads all there is and mends what is damaged; tells what was. */
  async open(): Promise<Recovery | null> {
    const seen = witnessed(this.#world, this.#witness);
    const [counts, first] = await Promise.all([this.#copy.counts(), this.#read()]);
    this.#isCopied = counts !== null;
    const isShort = () => counts !== null && this.known.isShortOf(counts);
    const isSuspect = !this.#reason && (this.known.missing(seen).size > 0 || isShort());
    // Once more, so that nothing which another tab wrote meanwhile looks lost.
    const device = isSuspect ? await this.#read(true) : first;
    const missing = this.known.missing(seen);
    const isDamaged = this.#reason || missing.size > 0 || isShort();
    const found = isDamaged ? this.known.take(await this.#copy.read()) : [];
    // A newer version has the rest of the events where it knows.
    const recovery = this.#reason === 'newer' ? null : recoveryOf(missing, found);
    if (device) {
      this.#isDoubtful = missing.has(device.id) || found.some(({ id }) => originOf(id).device === device.id);
    }
    if (recovery && !this.#reason) await this.restore();
    if (!this.#reason) this.known.settle();
    this.#testify();
    this.#uncopied = this.known.beyond(counts ?? new Map());
    this.copy();
    return recovery;
  }

  /**
   * Brings the event to disk, there to the database and the second copy; to one of them where the other takes
   * nothing. Chromium throws a whole database away when it was killed while writing, and only at the second
   * start after it: what is in the database alone is not safe.
   */
  async append(draft: Draft): Promise<LogEvent> {
    // What is no event shall fail here, not look like a failure of storage.
    stamped(draft, this.#page.id, 1);
    this.#busy += 1;
    this.#changed([]);
    const event = (await this.#commit(draft)) ?? (await this.#hold(draft));
    this.#busy -= 1;
    this.#changed([event]);
    return event;
  }

  /** Takes what was brought to disk elsewhere: by another tab, or by `merge`. */
  heard(events: readonly LogEvent[]): void {
    const added = this.known.take(events);
    // Of what was merged, numbers may be missing that nobody lost here.
    if (added.length > 1) this.known.settle();
    if (added.length > 0) this.#changed(added);
  }

  /** Makes known everywhere that these events, which are known here, have come to disk. */
  spread(events: readonly LogEvent[]): void {
    this.#uncopied = [...this.#uncopied, ...events];
    this.copy();
    this.#testify();
    this.#written(events);
    if (this.database.opened !== this.#whole) this.restore();
  }

  /** Adds to the database whatever is known and not there. Never rejects. */
  restore(): Promise<void> {
    this.#restoring ??= this.#writeBack().finally(() => {
      this.#restoring = undefined;
      // Held while the others were written.
      if (!this.#reason && this.#pending.size > 0) this.restore();
      this.#changed([]);
    });
    return this.#restoring;
  }

  /** Takes what other tabs wrote while this one did not listen. */
  async refresh(): Promise<void> {
    if (this.#reason) return this.restore();
    try {
      if ((await this.database.count()) === this.known.events.length) return;
      const { events } = await this.database.read();
      this.heard(events);
      if (events.length < this.known.events.length) await this.restore();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Brings the second copy up to date. Never rejects. */
  copy(): Promise<void> {
    this.#copying = this.#copying.then(async () => {
      const events = this.#uncopied;
      // What a newer version keeps there may be of another form as well.
      if (events.length === 0 || this.#reason === 'newer') return;
      this.#uncopied = [];
      this.#isCopied = await this.#copy.write(this.known.segmentsOf(events));
      if (!this.#isCopied) this.#uncopied = [...events, ...this.#uncopied];
    });
    return this.#copying;
  }

  async #read(isPlain = false): Promise<Device | null> {
    try {
      const { events, device } = await this.database.read(isPlain);
      this.#whole = this.database.opened;
      this.known.take(events);
      if (device) this.known.raise(device.id, device.seq);
      return device;
    } catch (error) {
      return this.#fail(error);
    }
  }

  async #commit(draft: Draft): Promise<LogEvent | null> {
    if (this.#reason) return null;
    // Where another tab keeps the database busy, who leaves now would lose the event: the browser asks.
    const stay = (leaving: Event): void => leaving.preventDefault();
    this.#world.addEventListener?.('beforeunload', stay);
    const event = await this.database.append(draft).catch((error) => this.#fail(error));
    this.#world.removeEventListener?.('beforeunload', stay);
    if (!event) return null;
    this.known.take([event]);
    this.spread([event]);
    // It waits for no second copy that takes nothing.
    if (this.#isCopied) await this.#copying;
    return event;
  }

  async #hold(draft: Draft): Promise<LogEvent> {
    this.#page.seq += 1;
    const event = stamped(draft, this.#page.id, this.#page.seq);
    this.known.take([event]);
    this.#pending.set(event.id, event);
    this.#uncopied = [...this.#uncopied, event];
    await this.copy();
    this.restore();
    return event;
  }

  async #writeBack(): Promise<void> {
    const isSilent = this.#reason !== undefined;
    if (!isSilent) this.#busy += 1;
    try {
      const pending = [...this.#pending.values()];
      const count = await this.database.restore(this.known.events, this.#isDoubtful);
      this.#whole = this.database.opened;
      this.#isDoubtful = false;
      // It could not be read until now.
      if (count > this.known.events.length) this.heard((await this.database.read()).events);
      for (const { id } of pending) this.#pending.delete(id);
      if (pending.length > 0) this.#written(pending);
      this.#reason = undefined;
      this.#testify();
      // The second copy may have been lost together with the database.
      this.#uncopied = this.known.events;
      this.copy();
    } catch (error) {
      this.#fail(error);
    }
    if (!isSilent) this.#busy -= 1;
  }

  #fail(error: unknown): null {
    this.#reason = reasonOf(error);
    this.#retryTimer ??= setTimeout(() => {
      this.#retryTimer = undefined;
      if (this.#reason) this.restore();
    }, RETRY);
    return null;
  }

  /** Takes down how far the devices have come, as far as it is in the database. */
  #testify(): void {
    if (!this.#reason) witness(this.#world, this.#witness, this.known.heights);
  }
}
