/**
 * Which storage a task gets, by what the data must survive and who shares it.
 *
 * Storage of ECS tasks: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html
 * EBS in services: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html
 * Size of the disk of a Fargate task:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
 */

/** A place for data. */
export interface Storage {
  id: string;
  name: string;
  shared: string;
  /** What happens to the data when the task ends. */
  task: string;
  /** … and when its zone fails. */
  zone: string;
  where: string;
}

/** Day on which the claims were compared with their sources. */
export const STORAGE_CHECKED = '2026-11-23';

/** Every kind of storage that a task can mount. */
export const storages = {
  ephemeral: {
    id: 'ephemeral',
    name: 'Task disk',
    shared: 'containers of a task',
    task: 'lost',
    zone: 'lost',
    where: 'everywhere',
  },
  ebs: {
    id: 'ebs',
    name: 'EBS volume',
    shared: 'nobody',
    task: 'lost in a service; a standalone task can keep it',
    zone: 'lost, but for snapshots',
    where: 'Fargate, Managed Instances, EC2',
  },
  efs: {
    id: 'efs',
    name: 'EFS Regional',
    shared: 'many tasks, all zones',
    task: 'kept',
    zone: 'kept',
    where: 'Fargate, Managed Instances, EC2; Linux',
  },
  onezone: {
    id: 'onezone',
    name: 'EFS One Zone',
    shared: 'many tasks',
    task: 'kept',
    zone: 'lost',
    where: 'Fargate, Managed Instances, EC2; Linux',
  },
  s3files: {
    id: 's3files',
    name: 'S3 Files',
    shared: 'many tasks, all zones',
    task: 'kept',
    zone: 'kept',
    where: 'Fargate, Managed Instances; Linux',
  },
  fsx: {
    id: 'fsx',
    name: 'FSx for Windows',
    shared: 'many tasks',
    task: 'kept',
    zone: 'kept, if Multi-AZ',
    where: 'EC2; Windows',
  },
  docker: {
    id: 'docker',
    name: 'Docker volume',
    shared: 'tasks on one host',
    task: 'kept on that host',
    zone: 'lost',
    where: 'EC2',
  },
} satisfies Record<string, Storage>;

/** Id of a kind of storage. */
export type StorageId = keyof typeof storages;

/** Questions about the data. */
export const storageQuestions = [
  { id: 'shared', question: 'Several tasks read and write it at the same time.' },
  { id: 'task', question: 'It must outlive the task.' },
  { id: 'zone', question: 'It must survive the loss of an Availability Zone.' },
  { id: 's3', question: 'It lies in S3 already, and the program wants files.' },
  { id: 'windows', question: 'The tasks run on Windows.' },
  { id: 'large', question: 'A task needs more than 200 GiB, or guaranteed IOPS.' },
  { id: 'service', question: 'The tasks belong to a service.' },
  { id: 'ec2', question: 'They run on EC2 instances of your own.' },
] as const;

/** Id of a question about the data. */
export type StorageNeed = (typeof storageQuestions)[number]['id'];

/** An answer, its reason, and what people get wrong about it, if there is such a thing. */
export interface StorageChoice {
  storage: Storage;
  because: string;
  trap: string | null;
}

const BLOCK_TRAP =
  'In a service, an EBS volume is deleted with its task, and the next task gets a new one. It does not make the service persistent.';

/** Chooses by what is true of the data. */
export function chooseStorage(needs: ReadonlySet<StorageNeed>): StorageChoice {
  const has = (need: StorageNeed): boolean => needs.has(need);
  const choose = (id: StorageId, because: string, trap: string | null = null): StorageChoice => ({
    storage: storages[id],
    because,
    trap,
  });
  const lasting = has('shared') || has('task') || has('zone');

  if (has('windows')) {
    if (lasting)
      return choose(
        'fsx',
        'It is the only lasting file system for Windows tasks, over SMB.',
        has('ec2') ? null : 'Only tasks on EC2 can mount it. Fargate and Managed Instances cannot.',
      );
    if (has('large') && has('ec2'))
      return choose('ebs', 'A disk for each task, as large and fast as you order it.', blockTrap());
    return choose(
      'ephemeral',
      'Nothing has to last.',
      has('large') ? 'For more, a Windows task needs an EBS volume, and that needs EC2.' : null,
    );
  }
  if (has('s3')) {
    if (!has('ec2'))
      return choose(
        's3files',
        'The bucket becomes a file system, and nothing has to be copied.',
        'It needs a task role and encryption in transit.',
      );
    return choose(
      'efs',
      'S3 Files cannot be mounted on EC2 instances of your own: copy what you need, or read S3 through its API.',
    );
  }
  if (has('shared')) {
    const slow = has('large')
      ? 'A file system over the network answers more slowly than a disk. Measure first.'
      : null;
    if (has('task') && !has('zone'))
      return choose(
        'onezone',
        'One file system for many tasks. It costs less, because it lives in one zone. Take it for data that can be made again.',
        slow,
      );
    return choose('efs', 'One file system for many tasks, with a mount target in each zone.', slow);
  }
  if (has('zone')) return choose('efs', 'A task that starts in another zone finds its files there.', large());
  if (has('task')) {
    if (has('service'))
      return choose('efs', 'The next task, in whichever zone, finds the files where they were.', large());
    return choose(
      'ebs',
      'A standalone task can keep its volume: deleteOnTermination is false.',
      'The next task cannot attach it. It starts from a snapshot.',
    );
  }
  if (has('large'))
    return choose('ebs', 'A disk for each task, as large and fast as you order it.', blockTrap());
  return choose(
    'ephemeral',
    'Nothing has to last: on Fargate 20 GiB are included, up to 200 GiB can be had.',
  );

  function blockTrap(): string | null {
    return has('service') ? BLOCK_TRAP : null;
  }
  function large(): string | null {
    return has('large')
      ? 'EBS would be faster, but a service cannot keep it. For a database, take a managed one.'
      : null;
  }
}
