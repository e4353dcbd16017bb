import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ApiError, NO_CONTENT, type HttpMethod} from '../../src/http/api.ts';
import {Router, type Operation} from '../../src/http/router.ts';

const operation = (method: HttpMethod, path: string): Operation => ({method, path, run: () => NO_CONTENT});
const rows = operation('GET', '/services/data/vXX.X/sobjects/{object}/{id}');
const create = operation('POST', '/services/data/vXX.X/sobjects/{object}');
const describeAll = operation('GET', '/services/data/vXX.X/sobjects/{object}/describe');
const apexRest = operation('GET', '/services/apexrest/{rest*}');
const router = new Router([describeAll, rows, create, apexRest]);

function failure(work: () => unknown): {readonly status: number; readonly code: string | undefined; readonly message: string} {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return {status: error.status, code: error.errors[0]?.errorCode, message: error.message};
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('the router', () => {
  it('finds an operation, with the parameters of its path', () => {
    const found = router.find('GET', '/services/data/v66.0/sobjects/Lead/00Q000000000001');
    assert.equal(found.operation, rows);
    assert.deepEqual(found.parameters, {version: '66.0', object: 'Lead', id: '00Q000000000001'});
  });

  it('prefers the operation that comes first', () => {
    assert.equal(router.find('GET', '/services/data/v66.0/sobjects/Lead/describe').operation, describeAll);
  });

  it('passes over empty segments, and the case of fixed ones', () => {
    assert.equal(router.find('POST', '//services/Data/v66.0//SOBJECTS/Lead').operation, create);
  });

  it('decodes parameters', () => {
    assert.equal(router.find('GET', '/services/data/v66.0/sobjects/Lead/a%2Fb').parameters['id'], 'a/b');
  });

  it('gives all that follows where the path says so', () => {
    assert.equal(router.find('GET', '/services/apexrest/gate/leads/1').parameters['rest'], 'gate/leads/1');
  });

  it('serves no path that it does not know', () => {
    assert.deepEqual(
      failure(() => router.find('GET', '/services/data/v66.0/nothing')),
      {
        status: 404,
        code: 'NOT_FOUND',
        message: 'The requested resource does not exist',
      },
    );
  });

  it('takes nothing for a version that is none', () => {
    assert.equal(failure(() => router.find('GET', '/services/data/66/sobjects/Lead/1')).status, 404);
  });

  it('names the methods that a resource has', () => {
    assert.deepEqual(
      failure(() => router.find('DELETE', '/services/data/v66.0/sobjects/Lead')),
      {
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
        message: "HTTP Method 'DELETE' not allowed. Allowed are POST",
      },
    );
  });
});
