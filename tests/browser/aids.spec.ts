import type { Locator } from '@playwright/test';
import { aid, names, places } from '../support/aids.ts';
import { expect, test } from '../support/test.ts';

test.use({ baseURL: ({ served }, use) => use(served.course) });

async function fill(where: Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await where.getByLabel(label, { exact: true }).fill(value);
  }
}

async function rowsOf(table: Locator): Promise<string[][]> {
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

test('every aid reads well before anything is entered', async ({ page }) => {
  await page.goto(places.compute);
  const size = aid(page, names.size);
  await expect(size.getByRole('status')).toHaveText(
    '8 vCPU with 32 GB $0.46608 an hour. 1 task for 730 hours: $340.24.',
  );
  await expect(size.locator('[data-size]')).toHaveCount(77);
  await expect(size.locator('[data-size][aria-current]')).toHaveText('32');
  await expect(aid(page, names.breakEven).getByRole('status')).toContainText('Fargate: $360.40 a month');
  await expect(aid(page, names.compute).getByRole('listitem')).toHaveCount(8);
  await page.goto(places.storage);
  await expect(aid(page, names.storage).getByRole('row')).toHaveCount(8);
  await page.goto(places.rolling);
  await expect(aid(page, names.rolling).getByRole('status')).toContainText(
    'It goes through in 4 steps, with 2 to 4 tasks',
  );
});

test('the picker finds the cheapest size and the next two', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.compute);
  const size = aid(page, names.size);
  const offers = size.getByRole('region', { name: 'The cheapest sizes that fit' });
  await fill(size, { vCPU: '0.3', 'Memory in GB': '3' });
  await expect(size.getByRole('status')).toContainText('0.5 vCPU with 3 GB $0.03358 an hour');
  expect((await rowsOf(offers)).map(([name]) => name)).toEqual(['0.5 / 3', '0.5 / 4', '1 / 3']);
  await fill(size, { vCPU: '1', 'Memory in GB': '2' });
  await expect(size.getByRole('status')).toContainText('1 task for 730 hours: $36.04.');
  await fill(size, { vCPU: '17', 'Memory in GB': '50' });
  await expect(size.locator('[data-size][aria-current]')).toHaveText('60');
  await fill(size, { vCPU: '33' });
  await expect(size.getByRole('status')).toContainText('No size fits');
  expect(await rowsOf(offers)).toEqual([]);
});

test('the picker counts with the prices of the reader', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.compute);
  const size = aid(page, names.size);
  await fill(size, { vCPU: '1', 'Memory in GB': '2', Tasks: '10', 'Hours a month': '100' });
  await size.getByText('Change the prices').click();
  await fill(size, { 'A vCPU-hour': '0.1', 'A GB-hour': '0.01' });
  await expect(size.getByRole('status')).toContainText('$0.12000 an hour. 10 tasks for 100 hours: $120.00.');
  await size.getByLabel('Platform').selectOption('Linux, ARM');
  await expect(size.getByLabel('A vCPU-hour', { exact: true })).toHaveValue('0.03238');
  await size.getByLabel('Platform').selectOption('Windows');
  await fill(size, { vCPU: '0.25', 'Memory in GB': '0.5' });
  await expect(size.getByRole('status')).toContainText('1 vCPU with 2 GB');
});

test('an aid says what it cannot read', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.compute);
  const size = aid(page, names.size);
  await fill(size, { vCPU: '' });
  await expect(size.getByRole('status')).toContainText(
    'Something is missing. vCPU: Please fill out this field.',
  );
  await expect(size.getByLabel('vCPU', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('the simulator steps through a deployment', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.rolling);
  const rolling = aid(page, names.rolling);
  const steps = rolling.getByRole('region', { name: 'Steps of the deployment' });
  const set = (desired: number, minimum: number, maximum: number) =>
    fill(rolling, {
      'Desired tasks': `${desired}`,
      'Minimum healthy %': `${minimum}`,
      'Maximum %': `${maximum}`,
    });
  const status = rolling.getByRole('status');
  await set(4, 50, 200);
  await expect(status).toContainText('Between 2 and 8 tasks may run.');
  expect((await rowsOf(steps)).map((cells) => cells.slice(0, 4))).toEqual([
    ['Before', '4', '0', '4'],
    ['Start 4', '4', '4', '8'],
    ['Stop 4', '0', '4', '4'],
  ]);
  await set(3, 100, 125);
  await expect(status).toContainText('Stuck: nothing can start, nothing can stop');
  await set(1, 0, 100);
  await expect(status).toContainText('For a while none runs: requests fail.');
  await set(10, 90, 110);
  await expect(status).toContainText('with 9 to 11 tasks');
  await set(25, 100, 200);
  await rolling.getByLabel('New tasks fail').check();
  await expect(status).toContainText('The circuit breaker gives up after 13 failed tasks');
});

test('the break-even follows instance, discount and work', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.compute);
  const even = aid(page, names.breakEven);
  const month = even.getByRole('region', { name: 'A month in comparison' });
  await fill(even, { 'Places taken, %': '100' });
  expect(await rowsOf(month)).toEqual([
    ['Fargate', '20 tasks', '$360.40', '–'],
    ['Managed Instances', '5 instances', '$392.80', 'never'],
    ['EC2', '5 instances', '$350.40', '97%'],
  ]);
  await even.getByText('Change prices, discounts and work').click();
  await fill(even, { 'Hours of work a month': '2', 'An hour of work, $': '50' });
  await expect(even.getByRole('status')).toContainText('Fargate: $360.40 a month');
  await even.getByRole('combobox', { name: 'Instance' }).selectOption('c6i.large');
  await fill(even, { 'vCPU of a task': '0.25', 'GB of a task': '2', 'GB the host keeps': '0' });
  expect((await rowsOf(month)).map((cells) => cells[3])).toEqual(['–', 'never', 'never']);
});

test('the first tick from the top chooses the compute', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.compute);
  const compute = aid(page, names.compute);
  const status = compute.getByRole('status');
  await expect(status).toContainText('Fargate');
  await compute.getByLabel(/May it be interrupted/).check();
  await expect(status).toContainText('Fargate Spot');
  await compute.getByLabel(/Does it need a GPU/).check();
  await expect(status).toContainText('Managed Instances');
  await expect(compute).toContainText('Further ticks speak for Fargate Spot');
  await compute.getByLabel(/Must it run on servers/).check();
  await expect(status).toContainText('ECS Anywhere');
});

test('what is true of the data chooses the storage, with a warning where people err', {
  tag: '@js',
}, async ({ page }) => {
  await page.goto(places.storage);
  const storage = aid(page, names.storage);
  const status = storage.getByRole('status');
  await expect(status).toContainText('EFS Regional');
  await storage.getByLabel('It must outlive the task.').uncheck();
  await storage.getByLabel(/more than 200 GiB/).check();
  await expect(status).toContainText('an EBS volume is deleted with its task');
  await expect(storage.locator('tr[aria-current]')).toContainText('EBS volume');
  await storage.getByLabel(/lies in S3/).check();
  await expect(status).toContainText('S3 Files');
});
