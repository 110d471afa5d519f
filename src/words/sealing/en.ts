import { plural } from '../plural.js'

const count = plural('en')

/** What is said of encrypted files, of backups and of putting them back. */
export const sealing = {
  args: {
    backup: 'a file, or a folder for a name with the moment',
    restore: 'the backup, encrypted or not',
  },
  flags: {
    encrypt: 'encrypt the file in the age format; asks for a passphrase unless told otherwise',
    recipient: 'encrypt for whoever has the key to this age recipient (age1…; repeatable)',
    recipientsFile: 'encrypt for the recipients in this file, one a line',
    sealPassphrase: 'read the passphrase from the first line of this file; - for standard input',
    openPassphrase: 'open an encrypted file with the passphrase in this file; - for standard input',
    identity: 'open an encrypted file with the secret key in this file (AGE-SECRET-KEY-1…; repeatable)',
    keep: 'then keep the newest <n> backups of this base in that folder and remove older ones',
  },
  ask: {
    newPassphrase: 'Passphrase for the encrypted file:',
    again: 'Once more:',
    differ: 'The two are not the same. Once again:',
    passphraseOf: (file: string): string => `Passphrase of ${file}:`,
    restore: (base: string, file: string): string =>
      `${base} is replaced by what is in ${file}; what it holds now is kept beside it. Go on?`,
  },
  errors: {
    withWhat: 'An encrypted file needs a passphrase or a recipient.',
    withWhatHint: 'Without a terminal: --passphrase-file <file> or --recipient <age1…>.',
    emptyPassphrase: 'The passphrase is empty.',
    shortPassphrase: (least: number): string =>
      `The passphrase is too short: who has the file can try passphrases for years, so at least ${least} characters are asked for.`,
    passphrasesDiffer: 'The passphrases were not the same.',
    badPassphraseFile: (file: string): string =>
      `${file} holds no passphrase: its first line must be text of at most 1,000 characters.`,
    badRecipient: (text: string): string =>
      `“${text}” is not a whole age recipient: they begin with age1 and are copied to the last letter.`,
    badRecipientLine: (file: string, line: number): string =>
      `Line ${line} of ${file} is no age recipient; one begins with age1.`,
    secretAsRecipient: 'That is a secret key, not a recipient. It may now be in the history of your shell.',
    secretAsRecipientHint: 'The recipient is its public half: age-keygen -y <file with the key>.',
    secretInRecipients: (file: string): string => `${file} holds a secret key; recipients are asked for.`,
    noRecipients: (file: string): string => `${file} names no recipient.`,
    secretTyped: 'A secret key is not typed on the command line: name the file that holds it.',
    noIdentities: (file: string): string => `${file} holds no age key (AGE-SECRET-KEY-1…).`,
    badIdentityLine: (file: string, line: number): string =>
      `Line ${line} of ${file} is no age key; one begins with AGE-SECRET-KEY-1.`,
    sealedIdentity: (file: string): string => `${file} is itself encrypted.`,
    sealedIdentityHint: 'Decrypt it first: age -d.',
    notSealed: (file: string): string => `${file} is not encrypted with age.`,
    needsPassphrase: (file: string): string => `${file} is encrypted with a passphrase.`,
    needsPassphraseHint: 'Give it with --passphrase-file <file>, or run this on a terminal.',
    needsIdentity: (file: string): string => `${file} is encrypted for an age key.`,
    needsIdentityHint: 'Name the file with the key: --identity <file>.',
    wrongPassphrase: (file: string): string => `The passphrase does not open ${file}.`,
    wrongIdentity: (file: string): string => `${file} was encrypted for another key.`,
    damaged: (file: string): string => `${file} is damaged: it was changed or cut off after it was encrypted.`,
    damagedHint: 'Nothing was written. Take another copy of it.',
    tooHard: (file: string): string =>
      `Opening ${file} would take more memory than an honest file asks for; it was not tried.`,
    readableSecret: (file: string): string => `Others can read ${file}. Make it yours alone: chmod 600 ${file}`,
    sealedDiffers: (file: string): string => `What was read back from ${file} is not what was written.`,
    sealedOnTerminal: 'An encrypted file is not for a terminal.',
    sealedOnTerminalHint: 'Name a file with -o, or send it through a pipe.',

    damagedBase: (base: string): string =>
      `${base} is damaged; no backup was made, so that good ones are not pushed out by it.`,
    damagedBaseHint:
      'First copy the file as it is. Then save what can still be read (clientele export --format json -o saved.json) and restore the latest backup: clientele restore <file>.',
    noBase: (base: string): string => `There is no base ${base} to make a backup of.`,
    notAFile: (target: string): string => `A backup is a file; ${target} is something else.`,
    keepNeedsFolder: '--keep is for a folder of backups: name a folder, or no file at all.',
    noFolderHint: 'Is the disk or stick in, and mounted? A folder that is named is not made: mkdir -p <folder>',
    fileNotFolder: (file: string): string => `${file} is a file, not a folder.`,
    notRemoved: (file: string): string => `The backup was made, but the older one ${file} could not be removed.`,
    openBackup: (file: string): string =>
      `Warning: others can read ${file}, as this disk does not keep whose a file is. Encrypted it would be private: --encrypt`,
    notLogged: (why: string): string => `This backup could not be written into the log of exports: ${why}`,
    writtenMeanwhile: (file: string): string => `${file} is being written to; it was not restored.`,
    strangeSchema: (file: string): string =>
      `${file} has tables, triggers or views that are not ours; it was left untouched.`,
    otherBackup: 'The base stays as it is. Take another backup.',
  },
  done: {
    sealed: (file: string): string => `Backup, encrypted and verified: ${file}`,
    exported: (file: string | null): string => `${file ?? 'What was written'} is encrypted (age).`,
    otherEnding: (file: string): string =>
      `The name ${file} does not end in .age, so nobody sees that the file is encrypted.`,
    removed: (number: number): string =>
      count(number, { one: '1 older backup was removed.', other: `${number} older backups were removed.` }),
    laterStay: (number: number): string =>
      count(number, {
        one: '1 backup has a later moment than this one and stays: look at the clock of this machine.',
        other: `${number} backups have a later moment than this one and stay: look at the clock of this machine.`,
      }),
    wouldBackUp: (file: string): string => `A backup would be made: ${file}`,
    wouldRemove: (file: string): string => `This older one would be removed: ${file}`,
    wouldRestore: (base: string, clients: number): string =>
      `The backup is sound. ${base} would hold ${count(clients, { one: '1 client', other: `${clients} clients` })}.`,
    leftOut: (people: number): string =>
      count(people, {
        one: '1 person who had been erased stays erased.',
        other: `${people} people who had been erased stay erased.`,
      }),
    notCarried:
      'What was replaced could not be read: who had been erased from it may be back, and its log of exports is only in the copy kept aside.',
  },
}
