import type { schedule as english } from './en.js'

export const schedule: typeof english = {
  cron: {
    where: 'Эти строки – в конец вашего crontab (crontab -e).',
    silent: 'cron шлёт то, что напечатано; в день без дел не напечатано ничего.',
    clock: (at, zone, machine) => `${at} по часам ${zone}; cron живёт по часам машины, ${machine}.`,
    seasons: 'Там часы переводят иначе, поэтому на каждую часть года своя строка, и каждая смотрит, который час.',
    mail: 'На машине нужна почтовая программа для cron (postfix, msmtp-mta …).',
  },
  units: {
    service: 'Список дня',
    timer: (at, zone) => `Список дня в ${at} (${zone})`,
    place: (name) => `Место файла: ~/.config/systemd/user/${name}`,
    journal: 'Список попадает в журнал: journalctl --user -u clientele-today',
    mail: 'Шлёт список письмом, если в нём что-то есть; нужен /usr/sbin/sendmail (postfix, msmtp-mta …).',
    enable: 'systemctl --user daemon-reload && systemctl --user enable --now clientele-today.timer',
    enableTitle: 'Затем:',
    linger: 'Чтобы работало и без входа в систему: loginctl enable-linger',
    confined: 'Нужны только файлы; закрыто всё, что пользовательский systemd может закрыть без особых прав.',
    free: 'Почтовой программе бывают нужны права её группы, поэтому ничего не закрыто.',
    subject: 'clientele: сегодня',
  },
  done: {
    written: (files) => `Записано: ${files.join(', ')}.`,
    wouldWrite: (files) => `Будет записано: ${files.join(', ')}.`,
  },
  errors: {
    badTime: (text) => `--at: нужно время дня, например 08:00, а не «${text}».`,
    badMail: (text) => `--mail: нужен один адрес, например anna@example.com, а не «${text}».`,
    onlyUnits: '--write – для systemd; строки для cron вписывают в crontab руками.',
    exists: (file) => `${file} уже есть.`,
    existsHint: 'Заменить: --yes',
    lineBreak: (path) => `Путь с переводом строки в такой файл не записать: ${JSON.stringify(path)}.`,
  },
  verbs: { cron: 'строки для crontab', systemd: 'сервис и таймер для systemd' },
  flags: {
    at: 'время дня, обычно 08:00',
    mail: 'кому слать',
    days: 'mon-fri (по будням) или daily (каждый день)',
    write: 'записать юниты в эту папку',
  },
}
