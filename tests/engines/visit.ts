import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Host } from '../support/host.ts';
import { sites } from '../support/sites.ts';
import { Screen } from './display.ts';
import type { Driver, Engine, Place } from './driver.ts';
import { type Flow, NotDriven } from './flow.ts';
import { Reader } from './reader.ts';
import { within } from './until.ts';
import { Wall } from './wall.ts';

/** In ms: for one flow, and for a page to go. */
const PATIENCE = 180_000;
const REST = 20_000;

type WithScreen = Place & { display: Screen };

/** One engine's visit to the site: its browser, the display, and the wall around both. */
export class Visit {
  readonly #engine: Engine;
  readonly #place: WithScreen;
  readonly #wall: Wall;
  #driver: Driver;

  private constructor(engine: Engine, place: WithScreen, wall: Wall, driver: Driver) {
    this.#engine = engine;
    this.#place = place;
    this.#wall = wall;
    this.#driver = driver;
  }

  /** Starts the browser, with nothing in it. Throws where the machine has none and none can be brought. */
  static async begin(engine: Engine): Promise<Visit> {
    const display = await Screen.start();
    const wall = new Wall();
    try {
      const folder = await mkdtemp(join(tmpdir(), `unfold-${engine.name}-`));
      const place = { folder, display, proxy: await wall.start() };
      return new Visit(engine, place, wall, await engine.start(place));
    } catch (error) {
      await wall.stop();
      await display.stop();
      throw error;
    }
  }

  /** What runs, for people. */
  get version(): string {
    return this.#driver.version;
  }

  /** Whether nobody hears what its pages complain about. */
  get isDeaf(): boolean {
    return this.#driver.complaints === null;
  }

  /**
   * Walks a flow at an address of its own. Throws where it fails, or where a page complains or asks for another host,
   * and leaves a picture of what is in view then at `picture`.
   */
  async walk({ walk }: Flow, picture: string): Promise<void> {
    const host = new Host(sites.notes);
    const root = await host.start();
    const visit = this;
    try {
      await this.#driver.resize(1280, 800);
      const scene = {
        host,
        root,
        get reader() {
          return new Reader(visit.#driver, visit.#place.display);
        },
        restart: () => visit.#restart(),
      };
      await within(PATIENCE, walk(scene));
      assert.deepEqual(this.#driver.complaints?.splice(0) ?? [], [], 'a page complained');
      const { itself } = this.#engine;
      assert.deepEqual(
        this.#wall.asked.splice(0).filter((asked) => !itself?.test(asked)),
        [],
        'another host was asked',
      );
    } catch (error) {
      if (!(error instanceof NotDriven)) await this.#draw(picture);
      this.#driver.complaints?.splice(0);
      throw error;
    } finally {
      // A page that is still about to fetch something must not miss its host.
      await within(REST, this.#driver.open('about:blank')).catch(() => undefined);
      await host.stop();
    }
  }

  /** Ends everything, and leaves nothing behind. */
  async end(): Promise<void> {
    await this.#driver.close();
    await this.#wall.stop();
    await this.#place.display.stop();
    await rm(this.#place.folder, { recursive: true, force: true });
  }

  /** A browser that does not answer leaves no picture. */
  async #draw(picture: string): Promise<void> {
    const png = await this.#driver.screenshot().catch(() => null);
    if (!png) return;
    await mkdir(dirname(picture), { recursive: true });
    await writeFile(picture, png);
  }

  async #restart(): Promise<void> {
    const { forgets } = this.#engine;
    if (forgets) throw new NotDriven(forgets);
    const said = this.#driver.complaints?.splice(0) ?? [];
    await this.#driver.close();
    this.#driver = await this.#engine.start(this.#place);
    this.#driver.complaints?.push(...said);
  }
}
