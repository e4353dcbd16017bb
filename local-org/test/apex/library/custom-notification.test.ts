import assert from 'node:assert/strict';
import {test} from 'node:test';
import {run} from '../../run-apex.ts';

test('a notification of a type that does not exist is refused', () => {
  const program = `
    Messaging.CustomNotification notification = new Messaging.CustomNotification();
    notification.setTitle('t');
    notification.setBody('b');
    notification.setTargetId(UserInfo.getUserId());
    notification.send(new Set<String>{UserInfo.getUserId()});`;
  assert.throws(() => run(program), {code: 'U325', message: /without a notification type that exists is not supported/});
});
