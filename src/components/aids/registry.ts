/** Every component that a note may show. The reader knows their names from `src/core/components.ts`. */
import type { ComponentName } from '../../core/components.ts';
import BreakEven from './BreakEven.astro';
import ComputeChooser from './ComputeChooser.astro';
import FargateSizePicker from './FargateSizePicker.astro';
import RollingDeployment from './RollingDeployment.astro';
import StorageChooser from './StorageChooser.astro';

/** The component of each name. */
export const registry: Record<ComponentName, typeof FargateSizePicker> = {
  BreakEven,
  ComputeChooser,
  FargateSizePicker,
  RollingDeployment,
  StorageChooser,
};
