/** What is said of encrypted files, of backups and of putting them back. */
export const sealing = {}
