import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

const KINDS = ['divisions', 'people', 'units', 'posts', 'portfolios', 'calendar'] as const;

/** Files are imported on the server, where they can be large and a dry run can be read; here is how. */
export function ImportGuide() {
  const { t } = useTranslation('admin');
  return (
    <section className="admin-import">
      <p>{t('import.lead')}</p>
      <ol>
        {KINDS.map((kind) => (
          <li className="as-panel" key={kind}>
            <h2>{t(`import.${kind}.title`)}</h2>
            <p>{t(`import.${kind}.about`)}</p>
            <dl>
              <dt>{t('import.template')}</dt>
              <dd>
                <Command text={`npm run import -- template ${kind} ${kind}.xlsx`} />
              </dd>
              <dt>{t('import.dryRun')}</dt>
              <dd>
                <Command text={`npm run import -- ${kind} ${kind}.xlsx --dry-run`} />
              </dd>
              <dt>{t('import.run')}</dt>
              <dd>
                <Command text={`npm run import -- ${kind} ${kind}.xlsx`} />
              </dd>
            </dl>
          </li>
        ))}
      </ol>
      <p>{t('import.after')}</p>
    </section>
  );
}

function Command({ text }: { text: string }) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    void message.success(t('import.copied'));
  };
  return (
    <span className="admin-command">
      <code>{text}</code>
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined />}
        aria-label={`${t('import.copy')} ${text}`}
        onClick={() => void copy()}
      />
    </span>
  );
}
