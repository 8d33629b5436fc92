/**
 * Which compute an ECS workload gets: questions in order, and the first yes decides.
 *
 * What each kind of compute can do:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html (Fargate)
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ManagedInstances.html (Managed Instances)
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html (own servers)
 */

/** Somewhere to run a task. */
export type Compute = 'ECS Anywhere' | 'EC2' | 'Managed Instances' | 'Fargate' | 'Fargate Spot';

/** A question to ask of a workload. */
export interface ComputeQuestion {
  id: string;
  question: string;
  compute: Compute;
  because: string;
  /** What would lead to another answer. */
  otherwise: string;
}

/** Day on which the claims were compared with their sources. */
export const COMPUTE_CHECKED = '2026-11-23';

/** The questions in their order. */
export const computeQuestions: ComputeQuestion[] = [
  {
    id: 'own-servers',
    question: 'Must it run on servers of your own?',
    compute: 'ECS Anywhere',
    because: 'Only external instances stand outside AWS. They have no load balancer and no awsvpc network.',
    otherwise: 'An AWS Region or Outpost close enough would open every other choice.',
  },
  {
    id: 'own-host',
    question: 'Does it need your own AMI or kernel, privileged mode, or bridge networking?',
    compute: 'EC2',
    because: 'Only on instances that you look after is the whole host yours.',
    otherwise: 'If single capabilities such as NET_ADMIN are enough, Managed Instances allow them.',
  },
  {
    id: 'windows',
    question: 'Is it a Windows program with more than 4 vCPU, or with a shared SMB drive?',
    compute: 'EC2',
    because: 'Fargate runs Windows with 1 to 4 vCPU and mounts no FSx. Managed Instances run Linux only.',
    otherwise: 'On Linux the question disappears.',
  },
  {
    id: 'hardware',
    question: 'Does it need a GPU, a particular processor, or more than 32 vCPU or 244 GB?',
    compute: 'Managed Instances',
    because: 'Fargate has neither. Managed Instances choose a fitting type, and AWS patches it.',
    otherwise: 'If you need your own drivers in the AMI, take EC2.',
  },
  {
    id: 'agent',
    question: 'Does it need an agent on each host, or capabilities such as NET_ADMIN?',
    compute: 'Managed Instances',
    because: 'Fargate has no host for it and adds no capability but SYS_PTRACE.',
    otherwise: 'If a sidecar in each task can do the work, Fargate will do.',
  },
  {
    id: 'interruptible',
    question: 'May it be interrupted at two minutes’ notice and repeated?',
    compute: 'Fargate Spot',
    because: 'Spare capacity costs much less. Keep a base on ordinary Fargate: nothing falls back to it.',
    otherwise: 'Jobs that cannot be repeated belong on ordinary Fargate.',
  },
  {
    id: 'steady',
    question:
      'Is the load steady, does it fill its instances to more than about 80%, and can a team run hosts?',
    compute: 'EC2',
    because:
      'Then an instance can cost less than its tasks do on Fargate. Calculate it with your own prices.',
    otherwise: 'Without people to run hosts, compare Managed Instances with their fee.',
  },
];

/** What to take when no question says otherwise. */
export const computeDefault: Omit<ComputeQuestion, 'id' | 'question'> = {
  compute: 'Fargate',
  because:
    'Nothing speaks against it, and there is the least to look after. Each task has a kernel of its own.',
  otherwise: 'A GPU, a host to reach into, or a fleet that is always full.',
};

/** An answer, and what else was said that it does not settle. */
export interface ComputeChoice {
  compute: Compute;
  because: string;
  otherwise: string;
  /** Questions after the deciding one that were answered yes as well. */
  also: ComputeQuestion[];
}

/** Chooses by the questions that are answered yes. */
export function chooseCompute(yes: ReadonlySet<string>): ComputeChoice {
  const answered = computeQuestions.filter(({ id }) => yes.has(id));
  const { compute, because, otherwise } = answered[0] ?? computeDefault;
  return {
    compute,
    because,
    otherwise,
    also: answered.slice(1).filter((other) => other.compute !== compute),
  };
}
