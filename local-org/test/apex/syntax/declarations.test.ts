import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {parseClass} from '../../../src/apex/syntax/parse.ts';
import {readClass, readMember, text, typeText} from './outline.ts';

suite('classes', () => {
  test('have a superclass and interfaces', () => {
    const {name, superclass, interfaces} = readClass('class A extends B.C implements D, E<F> {}');
    assert.deepEqual([name.text, superclass && typeText(superclass), interfaces.map(typeText)], ['A', 'B.C', ['D', 'E<F>']]);
  });
  test('may have neither', () => {
    const {superclass, interfaces} = readClass('class A {}');
    assert.deepEqual([superclass, interfaces], [null, []]);
  });
  test('keep their members in the order of the source', () => {
    const {members} = readClass(
      'class A { Integer a; static { b(); } { c(); } A() {} void d() {} ; class B {} interface C {} enum D {} Integer e {get;} }',
    );
    assert.deepEqual(
      members.map(({kind}) => kind),
      ['field', 'initializer', 'initializer', 'constructor', 'method', 'class', 'interface', 'enum', 'property'],
    );
  });
  test('tell static initialisers from others', () => {
    const {members} = readClass('class A { static { } { } }');
    assert.deepEqual(
      members.map((member) => member.kind === 'initializer' && member.isStatic),
      [true, false],
    );
  });
});

suite('interfaces', () => {
  const {tree} = parseClass('global interface A extends B, C { void a(); List<Id> b(final Integer c, String d); }', 'A.cls');
  assert(tree?.kind === 'interface');
  test('extend others', () => assert.deepEqual(tree.interfaces.map(typeText), ['B', 'C']));
  test('have methods without bodies', () => {
    assert.deepEqual(
      tree.methods.map(({name, returnType, body}) => [name.text, returnType && typeText(returnType), body]),
      [
        ['a', null, null],
        ['b', 'List<Id>', null],
      ],
    );
  });
  test('have modifiers', () =>
    assert.deepEqual(
      tree.modifiers.map(({name}) => name),
      ['global'],
    ));
});

suite('enums', () => {
  test('have their constants in order', () => {
    const {tree} = parseClass('public enum Season { SPRING, SUMMER }', 'Season.cls');
    assert.deepEqual(tree?.kind === 'enum' && tree.constants.map(({text: name}) => name), ['SPRING', 'SUMMER']);
  });
  test('may be empty', () => {
    const {tree} = parseClass('enum Season {}', 'Season.cls');
    assert.deepEqual(tree?.kind === 'enum' && tree.constants, []);
  });
});

suite('fields', () => {
  test('may be several of a type', () => {
    const {declarators} = readMember('private static Integer a = 1, b;', 'field');
    assert.deepEqual(
      declarators.map(({name, initializer}) => [name.text, initializer && text(initializer)]),
      [
        ['a', 'integer:1'],
        ['b', null],
      ],
    );
  });
  test('span their modifiers too', () => {
    assert.deepEqual(readMember('public Integer a;', 'field').span, {line: 1, column: 11, start: 10, end: 27});
  });
});

suite('properties', () => {
  test('may be automatic', () => {
    const {accessors} = readMember('public String a {get; private set;}', 'property');
    assert.deepEqual(
      accessors.map(({kind, modifiers, body}) => [kind, modifiers.map(({name}) => name), body]),
      [
        ['get', [], null],
        ['set', ['private'], null],
      ],
    );
  });
  test('may have bodies', () => {
    const {accessors} = readMember('Integer a {set {b = value;} get {return b;}}', 'property');
    assert.deepEqual(
      accessors.map(({kind, body}) => [kind, body?.statements.length]),
      [
        ['set', 1],
        ['get', 1],
      ],
    );
  });
});

suite('methods', () => {
  test('have parameters with modifiers and annotations', () => {
    const {parameters} = readMember("void a(final Map<Id, Lead> b, @SuppressWarnings('x') Integer[] c) {}", 'method');
    assert.deepEqual(
      parameters.map(({name, type, modifiers, annotations}) => [name.text, typeText(type), modifiers.length, annotations.length]),
      [
        ['b', 'Map<Id,Lead>', 1, 0],
        ['c', 'Integer[]', 0, 1],
      ],
    );
  });
  test('have no body when abstract', () => assert.equal(readMember('abstract Integer a();', 'method').body, null));
  test('may be called as a keyword of SOQL is', () => assert.equal(readMember('void count() {}', 'method').name.text, 'count'));
});

suite('constructors', () => {
  test('have a body and parameters', () => {
    const {name, parameters, body} = readMember('public T(Integer a) { b(); }', 'constructor');
    assert.deepEqual([name.text, parameters.length, body.statements.length], ['T', 1, 1]);
  });
  test('keep a dotted name whole', () => assert.equal(readMember('A.T() {}', 'constructor').name.text, 'A.T'));
});
