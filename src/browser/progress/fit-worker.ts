/** Fits a schedule beside the page: gets one task, tells how far it has come, and then what came of it. */
import { type FitOffer, type FitTask, fitOffer } from '../../core/fit-offer.ts';

/** What the page hears: how much is done, 0 to 1, or the outcome. */
export type FitNews = { share: number } | { offer: FitOffer };

const tell = (news: FitNews) => postMessage(news);

addEventListener('message', ({ data }: MessageEvent<FitTask>) => {
  tell({ offer: fitOffer(data, (share) => tell({ share })) });
});
