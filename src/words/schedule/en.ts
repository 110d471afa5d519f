/** What `schedule` says, and what it writes into the files. */
export const schedule = {
  cron: {
    where: 'These lines go to the end of your crontab (crontab -e).',
    silent: 'cron mails what is printed; on a day on which nothing is due nothing is.',
    clock: (at: string, zone: string, machine: string): string =>
      `${at} by the clock of ${zone}; cron goes by that of the machine, ${machine}.`,
    seasons:
      'There the clocks change otherwise, so there is a line for each part of the year, and each asks what time it is.',
    mail: 'The machine needs a mail program that cron can use (postfix, msmtp-mta …).',
  },
  units: {
    service: 'The list of the day',
    timer: (at: string, zone: string): string => `The list of the day at ${at} (${zone})`,
    place: (name: string): string => `Goes into ~/.config/systemd/user/${name}`,
    journal: 'What it says stands in the journal: journalctl --user -u clientele-today',
    mail: 'Mails what it says, if it says anything; /usr/sbin/sendmail must be there (postfix, msmtp-mta …).',
    enable: 'systemctl --user daemon-reload && systemctl --user enable --now clientele-today.timer',
    enableTitle: 'Then:',
    linger: 'So that it runs while you are not logged in: loginctl enable-linger',
    confined: 'It reads and writes only files; what a user’s manager can refuse without special rights is refused.',
    free: 'A mail program may need the rights of its own group, so nothing is refused.',
    subject: 'clientele: today',
  },
  done: {
    written: (files: readonly string[]): string => `Written: ${files.join(', ')}.`,
    wouldWrite: (files: readonly string[]): string => `Would write ${files.join(', ')}.`,
  },
  errors: {
    badTime: (text: string): string => `--at takes a time of the day, like 08:00, not “${text}”.`,
    badMail: (text: string): string => `--mail takes one address, like anna@example.com, not “${text}”.`,
    onlyUnits: '--write is for systemd; the lines for cron go into the crontab by hand.',
    exists: (file: string): string => `${file} is there already.`,
    existsHint: 'To replace it: --yes',
    lineBreak: (path: string): string =>
      `A path with a line break cannot stand in such a file: ${JSON.stringify(path)}.`,
  },
  verbs: { cron: 'lines for a crontab', systemd: 'a service and a timer for systemd' },
  flags: {
    at: 'time of the day, 08:00 when none is given',
    mail: 'whom to mail',
    days: 'mon-fri or daily',
    write: 'write the units into this folder',
  },
}
