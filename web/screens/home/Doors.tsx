import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../session/session.ts';

/** The viewer's other screens, each with what it is for. */
export function Doors() {
  const { t } = useTranslation(['home', 'session']);
  const doors = useViewer().screens.filter((screen) => screen !== 'home');
  return (
    <nav className="as-panel home-card home-doors" aria-label={t('doors')}>
      <h2>{t('doors')}</h2>
      <ul className="as-list">
        {doors.map((screen) => (
          <li key={screen}>
            <Link className="as-stack" to={`/${screen}`}>
              <strong>{t(`session:screens.${screen as 'desk'}`)}</strong>
              <span>{t(`door.${screen as 'desk'}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
