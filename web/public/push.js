/* Of the service worker: what was pushed is shown, and a tap opens the list. It says how many and of which kind, and nothing of a matter. */
self.addEventListener('push', (event) => {
  const told = event.data ? event.data.json() : {};
  const shown = { body: '', tag: 'lxq', renotify: true, icon: '/icon-192.png', data: { link: '/notifications' } };
  event.waitUntil(self.registration.showNotification(told.title || '连心桥', shown));
});
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const open = async () => {
    const pages = await self.clients.matchAll({ type: 'window' });
    const page = pages.find((one) => 'navigate' in one);
    if (!page) return self.clients.openWindow('/notifications');
    await page.focus();
    return page.navigate('/notifications');
  };
  event.waitUntil(open());
});
