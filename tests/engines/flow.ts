import type { Host } from '../support/host.ts';
import type { Reader } from './reader.ts';

/** What one flow walks through. */
export interface Scene {
  /** The reader before the browser that runs now. */
  readonly reader: Reader;
  /** Serves the site of the fixture notes, at an address where nobody has been before. */
  readonly host: Host;
  /** Address of its root. */
  readonly root: string;
  /** Ends the browser and starts it again; throws `NotDriven` where that would prove nothing. */
  restart(): Promise<void>;
}

/** What readers come for, step by step. Throws where a browser does not do it. */
export interface Flow {
  /** A fact in the present tense. */
  name: string;
  walk(scene: Scene): Promise<void>;
}

/** Thrown by a flow that a driver cannot walk, with the reason: it has neither passed nor failed. */
export class NotDriven extends Error {}
