/** What the system calls an error, as a part of a sentence. */
const SYSTEM: Readonly<Record<string, string | undefined>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
  ENOSPC: 'there is no room left',
  EDQUOT: 'there is no room left',
  EFBIG: 'the file would be too large',
  EBUSY: 'it is in use',
  ETXTBSY: 'it is in use',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  ENXIO: 'nobody is at the other end',
  ENODEV: 'the device is not there',
  ESTALE: 'the network disk has lost it',
  ETIMEDOUT: 'the disk does not answer',
}

/** When the disk does not do what it should. */
export const faults = {
  /** `code` is what the system calls it. */
  reason: (code: string): string => SYSTEM[code] ?? (code === '' ? 'the reason is unknown' : `the system says ${code}`),
  file: (reason: string): string => `Reading or writing a file failed: ${reason}.`,
  disk: (file: string): string => `The disk failed while ${file} was read or written.`,
  diskHint:
    'Whether the last change is kept, “clientele history” tells. Check the disk, and keep a backup on another one.',
  noRoomHint:
    'Make room on that disk. What is in the base can be read meanwhile: “clientele history” shows what was kept, “clientele backup <file>” saves it to another disk.',
  unreadable: (file: string): string => `${file} cannot be read: no permission.`,
  settingsStay: 'The settings are as they were before.',
  rejectsLost: (file: string, reason: string): string =>
    `The import is kept, but the rejected rows could not be written to ${file}: ${reason}.`,
  rejectsLostHint:
    'Import the same file once more: what is in stays as it is, and the rejected rows are written again.',
  readOnlyOlder: (file: string): string =>
    `${file} was made by an earlier version and has to be brought up to date first, but it cannot be written.`,
  changedMeanwhile: (file: string): string =>
    `Another program changed ${file} while it was read, so what is shown may not fit together.`,
  changedMeanwhileHint: 'Run the command again.',
  readOnlyNumbers: 'The base cannot be written here, so the numbers t1, t2 … of this list are not kept.',
  readOnlyWhileOpen: (file: string): string =>
    `${file} cannot be written, and another program has not finished with it: what is in its log can only be read where it can be written.`,
  readOnlyWhileOpenHint: 'Copy the base, with the files beside it, to a folder of your own, and name it with --db.',
  emptied: (file: string): string => `${file} is empty, though a base was here: copies of it are kept.`,
  emptiedHint: (command: string): string => `Put the newest of them back: ${command}`,
  stillEmpty: (file: string): string => `${file} is an empty file: a base begins in it with the first thing you add.`,
  notBegun: (file: string): string => `${file} is an empty file: there is no base in it yet.`,
  notBegunHint: 'If there should be one in it, put a backup back: clientele restore <file>',
  keptUnheard: 'What the command changed is kept all the same: look with “clientele history” before you type it again.',
  tooLarge: (file: string): string => `${file} would become larger than a file may be here.`,
  tooLargeHint:
    'The limit is that of the shell (“ulimit -f” shows it) or of the disk. Nothing of this command was written.',
  replaced: (file: string): string =>
    `Another program has put another base in the place of ${file}, so nothing was written.`,
  /** What a setting takes. */
  fits: {
    number: (from: number, to: number): string => `A whole number from ${from} to ${to} fits.`,
    oneOf: (values: readonly string[]): string => `One of these fits: ${values.join(', ')}.`,
    example: (example: string): string => `It is written like this: ${example}`,
    unset: (key: string): string => `To take it out: clientele config unset ${key}`,
  },
  newestBackup: (command: string): string => `The latest backup: ${command}`,
  noBackups: 'A backup is made with: clientele backup',
  gone: (file: string): string => `${file} was moved or removed while this command was at it, so nothing was written.`,
}
