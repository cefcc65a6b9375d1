/** 导出: a table, or the things behind one of its cells, as a file of whoever asked. */
export const EXPORT_STATES = ['QUEUED', 'RUNNING', 'READY', 'FAILED', 'CANCELLED'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];
export const EXPORTED = ['TABLE', 'ROWS'] as const;
export type Exported = (typeof EXPORTED)[number];

/** May still be cancelled. */
export const isUnderWay = (state: ExportState): boolean => state === 'QUEUED' || state === 'RUNNING';
