/** The site's own words, in Japanese. `en.ts` says what each is for. */

export const lang: string = 'ja';
export const dayLang: string = 'ja';

const number = (count: number) => count.toLocaleString('ja');

export const notes = (count: number) => `ノート${number(count)}件`;
export const questions = (count: number) => `問題${number(count)}問`;
export const reviews = (count: number) => `復習${number(count)}回`;
export const entries = (count: number) => `記録${number(count)}件`;
export const open = (count: number) => `未解答${number(count)}問`;
export const held = (held: number, of: number) => `${of}問中${held}問が定着`;

export const skipToContent = '本文へ移動';
export const site = 'サイト';
export const topics = 'トピック';
export const review = '復習';
export const progress = '進み具合';
export const settings = '設定';
export const search = '検索';
export const offline = 'オフライン';
export const yourHistory = '学習の履歴';
export const howToUse = 'このノートの使い方';
export const helpAbout = '読み方、自分への出題、記憶、リンク、キー操作、印刷、出典、自分のノートの書き方。';
export const dark = 'ダーク';
export const light = 'ライト';
export const theme = 'テーマに切り替え';
export const dueAfter = (count: number) => ` · ${count}問`;

export const breadcrumbs = 'パンくずリスト';
export const contents = '目次';
export const onThisPage = 'このページの内容';
export const openAll = 'すべて開く';
export const closeAll = 'すべて閉じる';
export const asBefore = '元に戻す';
export const print = '印刷';
export const checked = (month: string) => `|${month}|に確認`;
export const updated = (day: string) => `|${day}|に更新`;
export const editThisNote = 'このノートを編集';
export const markdown = 'Markdown';
export const notesInOrder = 'ノート';
export const previous = '前へ';
export const next = '次へ';
export const backToTopics = 'トピック一覧に戻る';
export const link = 'リンク';
export const copy = 'コピー';
export const copied = 'コピーしました';
export const notCopied = 'コピーできません：ブラウザーが許可しませんでした';
export const noNotesYet =
  'ノートはまだありません。ノートのフォルダーに Markdown ファイルを置くと、ここに表示されます。';

export const hint = 'ヒント';
export const more = '詳細';
export const moreQuestions = 'ほかの問題';
export const answer = '解答';
export const answerOf = (prompt: string) => `：${prompt}`;
export const task = 'タスク';
export const table = (columns: string[]) => `表：${columns.join('、') || '見出しなし'}`;
export const diagram = (labels: string) => `図：${labels}`;
export const addAnswer = 'まだ解答のない問題です。答えをご存じなら、|書き加えてください|。';
export const writeAnswer = (path: string, line: string) =>
  `まだ解答のない問題です。答えをご存じなら、${path} の ${line} 行目に書いてください。`;

export const notHere = 'ページがありません';
export const noPageHere = 'ここにページはありません';
export const mayHaveMoved =
  'ノートが移動したか、アドレスに誤りがあるようです。|すべてのトピック|はホームページにあります。';
export const moved = '移動しました';
export const noteHasMoved = 'このノートは移動しました';
export const questionHasMoved = '「|…|」は移動しました。';
export const itIsNow = '新しい場所は || です。';

export const howWell = 'どのくらい思い出せましたか？';
export const missed = '不正解';
export const gotIt = '正解';
export const again = 'もう一度';
export const hard = '難しい';
export const good = '普通';
export const easy = '簡単';
export const skip = 'スキップ';
export const undo = '取り消す';
export const fourRatings = '4段階で評価';
export const twoRatings = '2段階で評価';
export const hasChanged = 'この解答は、あなたが覚えたあとに変更されました。';
export const showDifference = '違いを表示';
export const askAgainSoon = '近いうちにもう一度出題';
export const haveSeenIt = '確認しました';

export const storage = {
  missing: 'このブラウザーには、サイトのデータを保存する場所がありません',
  refused: 'プライベートウィンドウなどのため、ブラウザーがこのサイトの保存を許可していません',
  full: 'このサイト用の保存領域がいっぱいです',
  broken: 'ブラウザーの保存領域が壊れています。ブラウザーを閉じて、もう一度起動してください',
  newer: 'このサイトの新しい版が履歴を管理しています。このページを再読み込みしてください',
  copied: '予備のコピーにだけ保存しました',
  unsaved: '保存していません',
  pending: 'このウィンドウで保持し、開いているあいだ保存を試み続けている件数',
  lost: 'ブラウザーが失っていた履歴の件数',
  recovered: '予備のコピーから復元した件数',
};

export const saved = '保存しました。';
export const notSavedYet = 'まだ保存していません。';
export const keptInWindow = 'このウィンドウでだけ有効です：ブラウザーは何も保存しません。';
export const takenBack = '取り消しました。';
export const takenBackOf = (prompt: string) => `取り消しました：${prompt}`;
export const nothingToTakeBack = '取り消すものがありません。';
export const backIn = (rating: string, time: string) => `${rating}：次の出題は${time}後です。`;
export const recalledOf = (item: string) => `思い出せた：${item}`;
export const beingLearned = '学習中、今日また出題';
export const heldDueIn = (time: string) => `定着、${time}後に復習`;
export const fadingDueNow = '忘れかけ、今が復習どき';
export const changed = '変更あり';
export const nothingToCompare =
  '比べるものがありません：覚えたときの解答は別の端末で読まれたか、コピーが失われています。';
export const due = (count: number) => `復習${count}問`;
export const nothingIsDue = '今、復習する問題はありません';
export const fadingMost = 'いちばん忘れかけ：';
export const nextToRead = '次に読む：';
export const inNoCopy = (count: number) => `まだコピーのない${reviews(count)}`;
export const isNoLongerKept = (file: string) => `${file} はもう更新されていません`;
export const history = '学習の履歴';

export const settingsAbout = 'いつ再び出題するか、1日に新しい問題をいくつ学ぶか、1日がいつ始まるか。';
export const settingsLead =
  '設定は履歴の一部で、履歴とともに移ります。変更はこれまでに学んだすべての問題に効き、いつでも前の値に戻せます。';
export const settingsNeedScripts = '設定には JavaScript が必要です：履歴はこのブラウザーの中にあります。';
export const recallToAimFor = '目標の正答率';
export const recallToAimForAbout =
  '復習の時期が来たとき、まだ覚えていたい問題の割合です。高くすると、出題が増えます。';
export const newADay = '1日の新しい問題';
export const newADayAbout = '1回の復習に出る数の上限です。ノートを読みながらの評価には、上限がありません。';
export const dayBeginsAt = '1日の始まり';
export const oClock = '時';
export const dayBeginsAtAbout = '真夜中を過ぎて学んだことも、まだ前の晩に数えます。';
export const fourRatingsAbout =
  '「不正解」と「正解」の代わりに、「もう一度」「難しい」「普通」「簡単」で評価します。';

export const topic = 'トピック';
export const allTopics = 'すべてのトピック';
export const all = 'すべて';
export const any = '指定なし';
export const level = 'レベル';
export const levelRecall = '思い出す';
export const levelUnderstand = '理解する';
export const levelApply = '応用する';
export const exam = '試験';
export const day = '日';
export const question = '問題';
export const questionsOf = '問題';
export const reviewsOf = '復習';
export const keys = 'キー操作';
export const singleKeysActHere = 'ここでは1文字のキー操作を使う';
export const decksMissing =
  'この教材の問題を取得できませんでした。オフラインではありませんか？学習の履歴は無事です。あとでこのページを読み込み直してください。';
export const notesLeftOut = (count: number) =>
  `ネットワークにつながっていません。保存されていない${notes(count)}の問題は出題しません。`;
export const quoted = (text: string) => `「${text}」`;

export const reviewAbout = '復習の時期が来た問題を、一問ずつ。';
export const reviewNeedsScripts =
  '復習には JavaScript が必要です：履歴はこのブラウザーの中にあります。ノートはどれも JavaScript なしで読めます。';
export const whatHasComeBack = '復習する問題と新しい問題';
export const newOnes = '新しい問題';
export const theWeakOnes = '苦手な問題';
export const missedToday = '今日まちがえた問題';
export const questionsAnswered = '答え終えた問題';
export const showAnswer = '解答を表示';
export const inItsNote = 'ノートで見る';
export const notToday = '今日は出さない';
export const suspend = '保留';
export const lookBack = '前の問題を見る';
export const forward = '進む';
export const keysOfReview =
  '|Space| で解答を表示します。|1| |2|（または |1| から |4|）で評価します。|s| でスキップ、|u| で取り消し、|k| と |j| で前後の問題を見ます。|?| でこの説明を表示します。';
export const chooseWhat = '復習する問題を選ぶ';
export const atMost = '最大問題数';
export const shuffle = '順不同';
export const cram = '詰め込み';
export const cramAbout = '詰め込み：復習の予定は変えない';
export const begin = '始める';
export const youMissedIt = '不正解でした。';
export const youFoundItHard = '難しかった問題です。';
export const youGotIt = '正解でした。';
export const youFoundItEasy = '簡単だった問題です。';
export const youSkippedIt = 'スキップしました。';
export const youPutItOff = '明日まで延期しました。';
export const youSuspendedIt = '保留にしました。';
export const questionOf = (turn: number, of: number) => `${of}問中${turn}問目。`;
export const placeOf = (turn: number, of: number) => `${turn} / ${of}問`;
export const lookedBackAt = (turn: number, of: number) => `${turn} / ${of}問（見直し中）`;
export const minutesLeft = (minutes: number) => `残り約${minutes}分`;
export const inContext = (context: string) => `${context}：`;
export const cannotBeShown = (why: string) =>
  `今は表示できません。${why}スキップするか、あとでもう一度試してください。`;
export const noSuchQuestion = (note: string, id: string) => `${note} に「${id}」という問題はもうありません。`;
export const notePageMissing = (status: number) => `ノートのページがありません（ステータス ${status}）。`;
export const noteNotFetched = 'ノートを取得できず、この端末にも保存されていません。';
export const done = '終わりました';
export const cameTo = (recalled: number, asked: number, cards: number, minutes: number) =>
  `${asked}回中${recalled}回正解、${cards}問、${minutes}分。`;
export const wasACram = '詰め込みでした：復習の予定は元のままです。';
export const readAgain = '読み直す';
export const missedAgainAndAgain = '何度もまちがえた問題';
export const leechAdvice =
  '繰り返しても身についていません。ノートをもう一度読んで自分の言葉で答えを言う、何と混同しているかを見つける、または残りを覚えるまで保留にしてください。';
export const times = (count: number) => `${count}回`;
export const nothingMatches = '当てはまる問題がありません';
export const noQuestionAsAsked = 'お求めの条件に合う問題はありません。';
export const readANote =
  'ノートを読み、問題を開いて、どうだったかを評価してください。その問題がここに戻ってきます。';
export const nextComeBack = (count: number, time: string) =>
  `次は${time}後に${count}問が復習の時期を迎えます。`;
export const moreOf = (count: number) => `残り${count}問`;
export const newOnesWait = (count: number, some: number) =>
  `新しい問題${count}問は明日に。今${Math.min(count, some)}問だけ始める`;
export const followUps = (count: number) => `関連問題${count}問`;
export const cramSome = (most: number) => `最大${most}問を詰め込む（記録なし）`;
export const putAside = (skipped: number, putOff: number, suspended: number) =>
  [
    skipped > 0 ? `スキップ${skipped}問` : '',
    putOff > 0 ? `明日まで延期${putOff}問` : '',
    suspended > 0 ? `保留${suspended}問` : '',
  ]
    .filter(Boolean)
    .join('、');
export const sentence = (text: string) => `${text}。`;
export const allPutAside = '当てはまる問題は、延期または保留にしてあります。';
export const askAgain = '再び出題する';
export const namely = (does: string, prompt: string) => `${does}：${prompt}`;
export const isAskedAgain = (prompt: string) => `再び出題します：${prompt}`;

export const thereAre = (names: readonly string[], more: number) =>
  names.length === 0
    ? '選べるものはありません。'
    : `選べるもの：${names.join('、')}${more > 0 ? `、ほか${more}件` : ''}。`;
export const moreThanOnce = (part: string, first: string) =>
  `アドレスに「${part}」が2回以上あります。最初の${first}を使います。`;
export const noTopic = (quoted: string) => `${quoted}というトピックはありません。`;
export const noState = (quoted: string) => `${quoted}という状態はありません。`;
export const noLevel = (quoted: string) => `${quoted}というレベルはありません。`;
export const noExam = (quoted: string) => `試験${quoted}のための問題はありません。`;
export const noFlag = (part: string, quoted: string) =>
  `「${part}」が${quoted}になっています。使うなら ${part}=1 と書き、使わないなら省いてください。`;
export const noNumber = (quoted: string, most: number) =>
  `「n」が${quoted}になっています。問題の数を 1 から ${most} までの整数で書いてください。`;

export const searchAbout = '問題、解答、その前後の文章を探します。';
export const searchNeedsScripts =
  '検索には JavaScript が必要です。なくても、各トピックにノートの一覧、各ノートに問題の一覧があり、ページ内はブラウザーで検索できます。';
export const searchWhat = '問題、解答、ノートを検索';
export const searchHint = '問題、解答、ノート';
export const moreNotes = 'ノートをさらに表示';
export const keysOfSearch =
  '|/| で検索欄に移ります（どのページからでも）。|↓| と |↑| で結果を移動し、|Enter| で開きます。|Esc| で検索欄に戻り、もう一度押すと空にします。引用符で囲んだ言葉は、その並びのとおりに探します。';
export const moreInThisNote = (count: number) => `このノートにあと${count}件`;
export const show = '表示';
export const matchesInDue = '復習する問題の解答に一致しました。';
export const nothingToLookFor = (quoted: string) => `${quoted}には文字も数字もなく、検索できません。`;
export const nothingFound = (quoted: string, isNarrowed: boolean) =>
  `${isNarrowed ? 'このトピックとレベルでは、' : ''}${quoted}は見つかりませんでした。`;
export const foundIn = (count: number) => `${notes(count)}で見つかりました。`;
export const foundSomeIn = (count: number) =>
  `すべての語を含むノートはありません。一部の語が${notes(count)}で見つかりました。`;
export const fetchingIndex = '検索の索引を取得しています…';
export const noSearchIndex =
  '検索の索引を取得できませんでした。オフラインではありませんか？入力を変えると、もう一度検索します。';
export const onlyTheFirst = (most: number, typed: number) =>
  `最初の${most}文字だけを検索します（入力は${typed}文字でした）。`;
export const allTopicsSearched = 'すべてのトピックを検索します。';
export const allLevelsSearched = 'すべてのレベルを検索します。';

export const printOf = (title: string) => `印刷：${title}`;
export const readyForPrint = (title: string) => `${title}（印刷用）。`;
export const form = '形式';
export const paper = '用紙';
export const withAnswers = '解答つき';
export const withLines = '問題のみ（書き込み用の罫線つき）';
export const answersAtEnd = '解答は巻末';
export const cardsToCut = '切り取りカード';
export const printNeedsScripts =
  'ブラウザーの印刷機能で印刷してください。巻末の解答とカードには JavaScript が必要です。';
export const howToCut = '拡大縮小せず、長辺とじの両面で印刷し、線に沿って切ってください。';
export const topicsToPrint = '印刷するトピック';
export const notesToPrint = '印刷するノート';
export const tooManyForTopics = 'ノートが多く、1ページには収まりません。トピックごとに印刷できます：';
export const tooManyForNotes = 'ノートが多く、1ページには収まりません。ノートごとに印刷できます：';
export const wholeCourse = 'コース全体';
export const allNotes = 'すべてのノート';
export const answers = '解答';
export const cards = 'カード';
export const onSheets = (cards: number, sheets: number, long: number) =>
  `カード${cards}枚、用紙${sheets}枚。${long === 0 ? '' : `カードに収まらない解答${long}件は、そのあとに続きます。`}`;
export const tooLongForACard = 'カードに収まらない解答';

export const progressAbout = '何が定着し、いつ何が戻ってくるか、復習の予定をどこまで信じてよいか。';
export const progressNeedsScripts =
  '進み具合には JavaScript が必要です：履歴はこのブラウザーの中にあります。ノートはどれも JavaScript なしで読めます。';
export const nothingToShow = 'まだ表示するものがありません：評価した問題がありません。';
export const fromThenOn =
  '|ノート|か|復習|で問題を開き、自分で答えてから、どうだったかを評価してください。それからは、ここで次のことがわかります：';
export const toBeFoundHere = [
  '各トピックの問題のうち、定着したものと忘れかけているもの',
  'これから30日間、毎日戻ってくる問題の数',
  'この1年で復習した日',
  '予測と、実際に思い出せたかどうか（のちには、あなたに合わせた予定）',
  '試験の日に思い出せる見込みと、それまでに必要な学習',
];
export const standings = { held: '定着', fading: '忘れかけ', learning: '学習中', new: '未学習' };
export const standing = { held: '定着', fading: '忘れかけ', learning: '学習中', new: '未学習' };
export const asATable = '表で見る';
export const ofPart = (title: string) => `：${title}`;
export const whatYouHold = '定着した問題';
export const heldOfAll = (held: string, of: number) => `|${number(of)}問中${held}問|が定着しています。`;
export const noAnswers = '解答のある問題がありません。';
export const comingDays = 'これからの30日間';
export const today = '今日';
export const nothingComing = (days: number) => `これから${days}日間に戻ってくる問題はありません。`;
export const coming = (today: number, week: string, all: string, days: number) =>
  `それまで復習しなければ、今日は${today === 0 ? '0問' : `${number(today)}問`}、1週間以内に${week}問、${days}日以内に${all}問です。新しい問題は含みません。`;
export const questionsOn = (day: string, count: number) => `${day}：${number(count)}問`;
export const columns = (days: number, most: string, on: string) =>
  `${days}日間の棒グラフ。最も多い日は${on}の${most}問です。`;
export const leftOut = (count: number) => `|保留にした${number(count)}問|は、今後の予定と試験に含みません。`;
export const examOnADate = '試験の日';
export const dayOfExam = '試験日';
export const recalledThatDay = 'その日の正答率';
export const noDate = (quoted: string, example: string) =>
  `${quoted}は日付ではありません。${example} のように書いてください。`;
export const dayIsOver = 'その日は過ぎました。これからの日を選んでください。';
export const ifNothingIsDone = (day: string, share: string, of: number) =>
  `${day}。これ以上何もしなければ、その日に思い出せるのは${number(of)}問のうち${share}です。`;
export const workUntil = ({
  minutes,
  days,
  questions,
  fresh,
  expected,
}: {
  minutes: number;
  days: number;
  questions: number;
  fresh: string | null;
  expected: string;
}) =>
  `|1日およそ${number(minutes)}分|、${number(days)}日間、毎日${number(questions)}問${fresh === null ? '' : `（うち新しい問題${fresh}問）`}に答えれば、${expected}になる見込みです。`;
export const fittedToYou = 'あなたに合わせた予定';
export const howHonest = '予測はどれだけ正しいか';
export const honesty = (recalled: string, predicted: string, of: number) =>
  `|正答率${recalled}、予測${predicted}|（定着していた問題の${reviews(of)}）。`;
export const believable = '復習の予定は信頼できます。';
export const lessRecalled =
  '予測ほど思い出せていません：出題が遅すぎます。下で予定をあなたに合わせるまでは、設定で目標の正答率を上げると、早く出題されます。';
export const moreRecalled =
  '予測よりよく思い出せています：出題が早すぎます。下で予定をあなたに合わせるまでは、設定で目標の正答率を下げると、復習が減ります。';
export const reviewsToGo = (enough: number, missing: string) =>
  `定着していた問題の復習が${enough}回になると表示します：あと${missing}回です。`;
export const fewerSayLittle = 'それより少ない回数の割合では、ほとんど何も言えません。';
export const tooFew = '回数不足';
export const predicted = '予測';
export const onAverage = '予測の平均';
export const recalled = '正答率';
export const likelyRange = '誤差の範囲';
export const recalledInScale = '正答率';
export const legend = { predicted: '予測', recalled: '正答率', range: '誤差の範囲' };
export const fromTo = (from: string, to: string) => `${from}～${to}`;
export const predictedAndRecalled = (predicted: string, recalled: string) =>
  `予測${predicted}、正答率${recalled}`;
export const pastYear = 'この1年';
export const noReviewInYear = 'この1年、復習はありません。';
export const reviewsOnDays = (count: number, days: number) =>
  `${number(days)}日間に${reviews(count)}。どれも、復習した場所と時刻で数えます。`;
export const reviewsOn = (day: string, count: number) => `${day}：${reviews(count)}`;
export const dots = (most: number) => `この1年の各日を表す点。最も大きい点は${reviews(most)}です。`;
export const reviewsADay = '1日の復習';
export const reviewsADayInLegend = '回／日';

export const dataAbout = 'このブラウザーが保存している学習の記録、その持ち出し方、始めからやり直す方法。';
export const dataLead =
  'ここでの学習はすべてこのブラウザーにだけ保存されます。いつでもコピーを取れます。コピーを戻しても、記録が加わるだけです。';
export const dataNeedsScripts =
  '学習の履歴には JavaScript が必要です：履歴はこのブラウザーの中にあります。ノートはどれも JavaScript なしで読めます。';
export const whatIsKept = '保存されているもの';
export const beingRead = '読み込み中…';
export const keptSince = (count: number, cards: number, day: string) =>
  `${day}から、${questions(cards)}の${reviews(count)}。`;
export const nothingKeptYet = 'まだ何もありません：評価した問題がありません。';
export const hasPromised = 'ブラウザーは、あなたが自分で消すまで保存すると約束しています。';
export const hasNotPromised = 'ブラウザーは保存を約束していません：空きが少なくなると消すことがあります。';
export const doesNotSay = '空きが少なくなったときに消すかどうかを、このブラウザーは示しません。';
export const askToKeep = '保存し続けるようブラウザーに求める';
export const keepsFromNowOn = 'ブラウザーが今後も保存し続けます。';
export const didNotPromise =
  'ブラウザーは約束しませんでした。よく訪れるサイト、インストールやブックマークをしたサイトに約束します。';
export const takeACopy = 'コピーを取る';
export const takeACopyAbout =
  'すべての復習と設定が入った、1つのテキストファイルです。このサイトがなくても読め、同じ仕組みのサイトならどこでも読み込めます。';
export const noCopyYet = (count: number) =>
  count > 0 ? `${reviews(count)}のコピーは、まだありません。` : 'コピーはまだありません。';
export const lastCopy = (day: string, since: number) =>
  `最後のコピーは${day}です。${since === 0 ? 'すべての復習が入っています。' : `その後の復習は${number(since)}回です。`}`;
export const download = '履歴をダウンロード';
export const entriesIn = (count: number, file: string) => `${entries(count)}を ${file} に書き出しました。`;
export const keepAFile = 'ファイルを常に最新にする…';
export const goOnKeeping = (file: string) => `${file} の更新を続ける`;
export const stopKeeping = '更新をやめる';
export const isUpToDate = (file: string, more: number) =>
  `${file} は最新です。${more > 0 ? `そのうち${entries(more)}は、まだここにありません：下でファイルを選んで読み込んでください。` : ''}`;
export const isNotUpToDate = (file: string, why: string) =>
  `${file} を更新できませんでした：${why} ファイルは元のままです。別のファイルを選ぶか、コピーをダウンロードしてください。`;
export const bringOneBack = 'コピーを戻す';
export const bringOneBackAbout =
  'ファイルを選ぶと、まず何が加わるかを表示します。ここにあるものは変わらず、消えもしません。';
export const aFileWithHistory = '履歴のファイル';
export const addFromOtherSite = '別のサイトのものでも追加する';
export const addWhatDiffers = 'ここにあるものと異なる記録も追加する（破損による違いかもしれません）';
export const shareDone = '処理の進み';
export const add = '追加';
export const addEntries = (count: number) => `${entries(count)}を追加`;
export const cancel = 'キャンセル';
export const close = '閉じる';
export const cancelled = 'キャンセルしました。何も変えていません。';
export const nothingChanged = '何も変えていません。';
export const added = (count: number) => `${entries(count)}を追加しました。以前からの記録は元のままです。`;
export const notStored = (error: string, remedy: string) =>
  `ブラウザーが保存できず（${error}）、何も変えていません。${remedy}`;
export const makeRoom = '空きを作るか、このサイトの別のタブを閉じて、もう一度試してください。';
export const closeTabs = 'このサイトの別のタブを閉じてから、もう一度試してください。';
export const historyOf = (site: string | null, day: string | null, state: string, plan: string) =>
  `${site === null ? 'このサイト' : site || '名前のないサイト'}の履歴${day === null ? '' : `（${day}に作成）`}。${state}記録：${plan}。`;
export const isWhole = 'ファイルは完全です。';
export const isCut = '終わりが欠けています。残っている部分は追加できます。';
export const isChanged =
  '書かれたときのままではありません：失われたか変更された行があります。読める部分は追加できます。';
export const isNoHistory =
  'これは履歴ではないか、その一部でしかなく、読めません。何も変えていません。作成した場所から、もう一度取り出してください。';
export const importPlan = ({
  added,
  known,
  clashing,
  unreadable,
  lines,
}: {
  added: number;
  known: number;
  clashing: number;
  unreadable: number;
  lines: string;
}) =>
  [
    `新しい${added}件`,
    `すでにある${known}件`,
    ...(clashing > 0 ? [`ここにあるものと異なる${clashing}件`] : []),
    `読めない${unreadable}件${unreadable === 0 ? '' : `（行：${lines}）`}`,
  ].join('、');
export const linesAndMore = (lines: readonly string[], more: number) =>
  `${lines.join('、')}${more > 0 ? `、ほか${more}行` : ''}`;
export const lineIs = (line: number, reason: string) => `${line}行目：${reason}。`;
export const andMoreLines = (count: number) => `ほか${count}行。`;
export const lineTooLong = '記録としては長すぎます';
export const lineCut = '途中で切れているか、壊れています';
export const lineNoHeader = '履歴のヘッダーではありません';
export const lineNoEvent = '記録ではありません';
export const fileTooLarge =
  'このファイルは 50 MB を超えています。ここで扱えるのは約40万件までです。何も変更していません。別のファイルを選んでください。';
export const fileEmpty =
  'このファイルは空です。このようなサイトからダウンロードした履歴のファイルを選んでください。';
export const fileForeign =
  'このファイルに履歴はありません。このようなサイトからダウンロードした履歴のファイルを選んでください。';
export const fileNewer = (version: number, known: number) =>
  `このファイルはサイトの新しい版で書かれました（形式 ${version}、ここで読めるのは ${known} まで）。サイトを再読み込みして、もう一度試してください。何も変えていません。`;
export const toAnotherDevice = '別の端末へ';
export const toAnotherDeviceAbout =
  'ファイルかこのリンクを自分あてに送ってください。学習の記録はリンクそのもの、# のうしろに入っており、ブラウザーはそれをサーバーに送りません。リンクを持つ人は誰でも読めます。';
export const makeALink = 'リンクを作る';
export const theLink = 'リンク';
export const tooManyForALink = (count: number) =>
  `${entries(count)}はリンクには多すぎます。ファイルをダウンロードして、それを送ってください。`;
export const openOnOther = (count: number) =>
  `${entries(count)}。別の端末で開いてください：そこで何が加わるかを、先に表示します。`;
export const linkCopied = 'コピーしました。';
export const linkNotCopied =
  'ブラウザーがコピーを許可しませんでした。選択してあるので、手でコピーしてください。';
export const putAsideTitle = '延期・保留にした問題';
export const putAsideAbout =
  '出題されない問題です。延期した問題は明日また出題され、保留にした問題は、ここで戻すまで出題されません。';
export const isSuspended = '保留';
export const isPutOff = '明日まで延期';
export const questionsGone = 'なくなった問題';
export const questionsGoneAbout =
  'ノートにはもうない問題です。学習の記録は残っており、問題が戻れば記録も戻ります。';
export const reviewsAfter = (count: number) => `、${reviews(count)}`;
export const beginAgainWithTopic = 'トピックを始めからやり直す';
export const beginAgainAbout =
  'そのトピックの問題を、まだ復習していないものとして扱います。復習は履歴に残り、ここで取り消せます。';
export const beginAgainAsk = 'やり直す…';
export const beginAgain = 'やり直す';
export const leaveAsIs = 'そのままにする';
export const nothingReviewedOf = (topic: string | null) =>
  `${topic === null ? 'このトピック' : `「${topic}」`}には、始めてから復習した問題がありません。`;
export const wouldCountAsNew = (count: number, topic: string) =>
  `「${topic}」の${number(count)}問を、今後はまだ復習していないものとして扱います。`;
export const youBeginAgain = (topic: string) => `「${topic}」を始めからやり直します。下で取り消せます。`;
export const takeItBack = '取り消す';
export const takeItBackOf = (topic: string) => `取り消す：${topic}`;
export const isAsItWas = (topic: string) => `「${topic}」は、すべての復習とともに元に戻りました。`;
export const resetOf = (topic: string, count: number, day: string) => `${topic}、${questions(count)}、${day}`;
export const whereItLives = '保存場所と、消えるとき';
export const whereItLivesAbout =
  'このブラウザーの、このアドレスのための保存領域に、二重に保存されます：データベースと、保存領域の別の部分にある予備のコピーです。サーバーにはありません。次のとき消えます：';
export const whenItGoes = [
  'サイトのデータを消去したとき、またはプライベートウィンドウを閉じたとき',
  'Safari で7日間訪れなかったとき（ホーム画面や Dock に追加したサイトを除く）',
  'ディスクの空きがほとんどなく、ブラウザーが保存を約束していないとき',
  'ブラウザーのプロファイルや端末が失われたとき',
];
export const otherAddresses =
  'サイトが別のアドレスに移ると、履歴は空から始まります。同じアドレスの下にあるサイトは保存領域を共有します。自分で持つファイルなら、そのどれにも左右されません。';

export const takeAlong = 'ほかの形式で持ち出す';
export const takeAlongBefore = '持ち出す：';
export const ankiAsText = 'Anki（テキスト）';
export const spreadsheet = '表計算（CSV）';
export const feed = 'フィード';
export const newAndChanged = '新しい問題と変わった問題';
export const openInNote = 'ノートで開く';
export const asMarkdown = '（Markdown として）';
export const markdownNotFetched = 'コピーできません：Markdown を取得できませんでした';

export const offlineAbout = 'ネットワークなしで読めるものと、すべてを保存する方法。';
export const offlineLead =
  '一度読んだノートは、ネットワークがなくても読めます。ここでは、保存されているものを確かめ、残りも保存できます。';
export const offlineNeedsScripts =
  'ネットワークなしで読むには JavaScript が必要です。ネットワークがあれば、ノートはどれも JavaScript なしで読めます。';
export const tryAgain = 'もう一度試す';
export const keepCourse = 'このコースをオフライン用に保存';
export const bringUpToDate = '最新にする';
export const everyNoteWith = '画像を含むすべてのノート、復習、進み具合、検索です。';
export const shareKept = '保存の進み';
export const stop = '中止';
export const removeWhatIsKept = '保存したものを削除…';
export const removeAbout =
  'ここに保存したノートは消え、ネットワークのあるときに読めばまた保存されます。学習の履歴はそのままです。';
export const removeThem = '削除する';
export const leaveThem = '残しておく';
export const whatIsKeptHere = '保存されているもの';
export const everyNoteRead = '最初に訪れてから読んだすべてのノートです。';
export const pageNotKept = 'このページは保存されていません';
export const pageNotFetched =
  ' を取得できませんでした：ネットワークがないか、サーバーが応答しません。学習の履歴は無事で、次のノートは読めます：';
export const networkIsBack = 'ネットワークが戻りました。もう一度試してください。';
export const noNoteKeptYet = 'まだノートはありません。これから読むノートが保存されます。';
export const notesKept = (count: number, of: number, size: string) =>
  `${notes(of)}のうち${count === of ? 'すべて' : `${number(count)}件`}、関連ファイルを含めて ${size} です。`;
export const siteUses = (size: string) => `学習の履歴と合わせて、このサイトは端末の ${size} を使っています。`;
export const courseKept = 'コース全体が保存されています。';
export const courseKeptIn = (size: string) =>
  `コース全体が保存されています：${size}。ネットワークのあるときに訪れると最新になります。`;
export const keepsNothing = 'このサイトはオフライン用に何も保存しません。';
export const seenWithNetwork = '必要な容量は、ネットワークがあるときにわかります。';
export const browserKeepsNoPages =
  'このブラウザーは、このサイトのページを保存しません。失われるものはありません：ネットワークがあればすべて使えます。';
export const courseTakes = (more: string, here: string) =>
  `画像を含むすべてのノート、復習、進み具合、検索：ここにある ${here} のほかに ${more} が必要です。`;
export const courseIsNewer = (missing: string) =>
  `コースの新しい版があります：そのうち ${missing} がまだここにありません。`;
export const doneOf = (done: string, of: string) => `${of} 中 ${done} 完了`;
export const stopped = '中止しました。';
export const whatIsHereStays = 'ここにあるものは残り、読むことができます。';
export const allIsHere = 'すべて保存しました。';
export const removed = '削除しました。学習の履歴は元のままです。';
export const notRemoved = (why: string) =>
  `削除できませんでした：${why}。このページを再読み込みして、もう一度試してください。`;
export const tooLittleRoom = (more: string, lacking: string) =>
  `空きが足りません：あと ${more} 必要で、学習の履歴のための余裕を残すと ${lacking} 足りません。この端末の空きを増やして、もう一度試してください。`;
export const courseLacksRoom = (missing: string) =>
  `空きが足りません：コースのうち ${missing} がまだここにありません。この端末の空きを増やして、続けてください。`;
export const couldNotGoOn = (why: string) =>
  `続けられませんでした：${why} ネットワークのあるときに続けてください。`;

export const schedule = '復習の予定';
export const usualSchedule = '復習の予定は標準のものです。';
export const fittedSince = (day: string) => `復習の予定は、${day}からあなたに合わせてあります。`;
export const progressTells =
  'その予測の正しさは|進み具合|で確かめられ、復習が十分にたまると、あなたに合わせることもできます。';
export const fitUnreadable = '履歴に、ここでは読めない「あなたに合わせた予定」があり、使われていません。';
export const fitTakes = (reviewsNeeded: number, daysNeeded: number, given: number, days: number) =>
  `前回より後の日の${reviews(reviewsNeeded)}が${number(daysNeeded)}日分たまると、予定をあなたの記憶に合わせられます。今は${number(given)}回、${number(days)}日分です。`;
export const fitAbout = (count: number) =>
  `標準の予定は、あなたの記憶を平均的な人のものとみなします。あなたの${reviews(count)}から、あなたの覚え方を学べます。計算はこのブラウザーの中で行い、あなたが決めるまで何も変わりません。`;
export const fitIsNoBetter = (count: number) =>
  `まだ見ていない最近の${reviews(count)}で試したところ、合わせた予定の予測は今の予定と変わりませんでした。変えることはありません。あと数百回復習すれば、違ってくるかもしれません。`;
export const fitIsBetter = (count: number) =>
  `まだ見ていない最近の${reviews(count)}で試したところ、合わせた予定のほうが実際の結果に近い予測をしました。`;
export const asksMoreOften = '思っていたより早く忘れるので、出題は増えます。';
export const asksLessOften = '思っていたより長く覚えているので、出題は減ります。';
export const asksAsOften = '出題の数はほぼ同じで、時期がよくなります。';
export const asItIs = '今の予定';
export const fitted = '合わせた予定';
export const reviewsADayAbout =
  '「1日の復習」は、新しい問題なしで、学んだことをこれから90日間保つのに必要な回数です。';
export const seeWhatWouldChange = '何が変わるかを見る';
export const fitAgain = 'もう一度合わせる';
export const backToUsual = '標準の予定に戻す';
export const fitting = '復習の予定をあなたの記録に合わせています';
export const fitStopped = '中止しました。何も変えていません。';
export const notFitted = (why: string) =>
  `予定を合わせられませんでした（${why || 'スクリプトが届きませんでした'}）。何も変えていません。ページを再読み込みして、もう一度試してください。`;
export const allRight = 'わかりました';
export const useFitted = '合わせた予定を使う';
