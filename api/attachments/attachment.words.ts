import type { AttachmentProblem } from '@lxq/schema/attachments/attachment-draft.ts';
import type { Refusal } from '@lxq/schema/attachments/attachment-words.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

const { PHOTO, VOICE, FILE, open, pixels, pixelsAtOnce } = LIMITS.attachment;
const mb = (bytes: number) => bytes / 1024 / 1024;

/** Of a manifest. */
export const DRAFT_WORDS: Record<ProblemKey<AttachmentProblem>, Words> = {
  'photos.MANY': ['照片最多 {max} 张', 'At most {max} photos'],
  'voices.MANY': ['录音最多 {max} 段', 'At most {max} voice note(s)'],
  'files.MANY': ['文件最多 {max} 份', 'At most {max} files'],
  'photo.RANGE': [`每张照片不超过 ${mb(PHOTO.bytes)} MB`, `A photo may have at most ${mb(PHOTO.bytes)} MB`],
  'voice.RANGE': [`录音不超过 ${mb(VOICE.bytes)} MB`, `A voice note may have at most ${mb(VOICE.bytes)} MB`],
  'file.RANGE': [
    `文件不能为空，也不超过 ${mb(FILE.bytes)} MB`,
    `A file holds something, and at most ${mb(FILE.bytes)} MB`,
  ],
  'clientId.TWICE': ['同一附件填了两次', 'The same attachment stands here twice'],
  'sha256.FORM': ['附件的校验码不对', 'The hash of an attachment is 64 hex digits'],
  'seconds.MISSING': ['缺少录音时长', 'How long is the voice note?'],
  'seconds.RANGE': [
    `录音不超过 ${VOICE.seconds / 60} 分钟`,
    `A voice note lasts at most ${VOICE.seconds / 60} minutes`,
  ],
  'name.SHORT': LENGTH,
  'name.LONG': LENGTH,
};

/** Everything else that attaching is refused with. */
export const ATTACHMENT_WORDS = {
  attachment: ['该附件', 'attachment'],
  otherwise: ['同一编号的附件已是另一内容', 'Another attachment stands under this id already'],
  notYours: ['只能删去自己添加的附件', 'Only whoever attached it may take it back'],
  size: ['发来的大小与登记的不符', 'Its size is not the one that was promised'],
  busy: ['正在处理的附件较多，请稍后再试', 'Many attachments are being looked at; please try again in a moment'],
  unscanned: [
    '安全扫描暂时不可用，附件先留着，稍后会再试',
    'The scanner is away; the attachment waits, and is tried again in a while',
  ],
  open: [
    `同时上传的附件不超过 ${open} 个，请等前面的传完`,
    `At most ${open} attachments may be on their way at once; please wait for those before`,
  ],
} satisfies Record<string, Words>;

/** Why what came was not taken, and what to do. */
export const REFUSAL_WORDS: Record<Refusal, Words> = {
  EMPTY: ['文件是空的，请重新选择', 'The file is empty; please choose it again'],
  BROKEN: ['文件已损坏，打不开，请重新拍摄或选择', 'The file is damaged; please take or choose it again'],
  MARKUP: [
    '内容是网页或带脚本的图形，不能作为附件',
    'This is a web page or a drawing with a script, and cannot be attached',
  ],
  HARMFUL: [
    '安全扫描在文件里发现了有害内容，没有接收；请检查来源和手机、电脑的安全后换一份再传',
    'A scan found something harmful in the file, and it was not taken; please check where it came from, and send another one',
  ],
  HEIC: [
    '苹果 HEIC 格式的照片无法处理：请在手机“设置—相机—格式”中选“兼容性最佳”后重拍，或截屏后上传',
    'HEIC photos cannot be used: choose "Most compatible" under Settings, Camera, Formats and take it again, or send a screenshot',
  ],
  NO_PHOTO: ['不是照片：只收 JPEG、PNG、WebP', 'This is no photo: JPEG, PNG and WebP are taken'],
  TOO_MANY_PIXELS: [
    `照片像素过多（超过 ${pixels / 10_000} 万；渐进式、16 位或须旋转的超过 ${pixelsAtOnce / 10_000} 万），请缩小后再传`,
    `The picture has more than ${pixels / 1_000_000} million pixels (${pixelsAtOnce / 1_000_000} where it is progressive, of 16 bits, or lies on its side); please make it smaller`,
  ],
  NO_VOICE: ['不是录音：只收 M4A、AAC、MP3、WebM、OGG', 'This is no voice note: M4A, AAC, MP3, WebM and OGG are taken'],
  VIDEO: ['这是视频，请改为录音', 'This is a video; please record the voice alone'],
  NO_FILE: [
    '不收这种文件：只收 PDF、DOCX、XLSX、PPTX、TXT、CSV',
    'This kind of file is not taken: PDF, DOCX, XLSX, PPTX, TXT and CSV are',
  ],
  OLD_OFFICE: [
    '旧版 Office 文件可能带宏，请另存为 DOCX、XLSX 或 PPTX 后再传',
    'Old office files may hold macros; please save it as DOCX, XLSX or PPTX',
  ],
  ARCHIVE: ['不收压缩包，请逐个上传其中的文件', 'Archives are not taken; please send the files in it one by one'],
  BOMB: ['文件解开后过大，不能接收', 'The file unpacks to too much, and is not taken'],
  PATHS: ['文件内部的路径不正常，不能接收', 'The file holds names that lead outside it, and is not taken'],
  MACROS: [
    '文件带宏或引用外部内容，请去掉后另存，或另存为PDF再传',
    'The file holds macros, or fetches something from elsewhere; please save it without them, or as PDF',
  ],
  EMBEDDED: [
    '文件里嵌有其他文件（图表自带的数据表除外），无法逐一检查：请另存为PDF后再传',
    'Other files are embedded in it (the sheets of its charts may be), which nobody can look through: please save it as PDF and send that',
  ],
  LOCKED: ['文件加了密码，请去掉密码后再传', 'The file is locked with a password; please save it without one'],
};
