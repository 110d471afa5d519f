import type { schedule as english } from './en.js'

export const schedule: typeof english = {
  cron: {
    where: 'Ці рядки – у кінець вашого crontab (crontab -e).',
    silent: 'cron надсилає те, що надруковано; у день без справ не надруковано нічого.',
    clock: (at, zone, machine) => `${at} за годинником ${zone}; cron живе за годинником машини, ${machine}.`,
    seasons: 'Там годинник переводять інакше, тому на кожну частину року свій рядок, і кожен дивиться, котра година.',
    mail: 'На машині потрібна поштова програма для cron (postfix, msmtp-mta …).',
  },
  units: {
    service: 'Список дня',
    timer: (at, zone) => `Список дня о ${at} (${zone})`,
    place: (name) => `Місце файлу: ~/.config/systemd/user/${name}`,
    journal: 'Список потрапляє до журналу: journalctl --user -u clientele-today',
    mail: 'Надсилає список листом, якщо в ньому щось є; потрібен /usr/sbin/sendmail (postfix, msmtp-mta …).',
    enable: 'systemctl --user daemon-reload && systemctl --user enable --now clientele-today.timer',
    enableTitle: 'Далі:',
    linger: 'Щоб працювало й без входу в систему: loginctl enable-linger',
    confined: 'Потрібні лише файли; закрито все, що systemd користувача може закрити без особливих прав.',
    free: 'Поштовій програмі бувають потрібні права її групи, тому нічого не закрито.',
    subject: 'clientele: сьогодні',
  },
  done: {
    written: (files) => `Записано: ${files.join(', ')}.`,
    wouldWrite: (files) => `Буде записано: ${files.join(', ')}.`,
  },
  errors: {
    badTime: (text) => `--at: потрібен час дня, наприклад 08:00, а не «${text}».`,
    badMail: (text) => `--mail: потрібна одна адреса, наприклад anna@example.com, а не «${text}».`,
    onlyUnits: '--write – для systemd; рядки для cron вписують у crontab руками.',
    exists: (file) => `${file} уже є.`,
    existsHint: 'Замінити: --yes',
    lineBreak: (path) => `Шлях із переведенням рядка до такого файлу не записати: ${JSON.stringify(path)}.`,
  },
  verbs: { cron: 'рядки для crontab', systemd: 'сервіс і таймер для systemd' },
  flags: {
    at: 'час дня, зазвичай 08:00',
    mail: 'кому надсилати',
    days: 'mon-fri (у будні) або daily (щодня)',
    write: 'записати юніти в цю теку',
  },
}
