### Для працівників: що ще можна зробити зі зверненням.

button-more = Ще
button-menu-back = До всіх дій

whisper-menu = <b>{ $number }</b>. Що ще можна зробити:
whisper-menu-empty = <b>{ $number }</b>. Усе, що ви можете зробити, стоїть на картці.
