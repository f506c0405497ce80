// Generated from src/core/i18n/languages/es.rs by: cargo run --no-default-features --features generate --example generate
import pack from './es.js';

// By their places among the texts.
export default {
  ...pack,
  texts: Object.assign([...pack.texts], {
    35: 'Elija los estados de cuenta del cliente', // collect-title
    39: 'Los archivos se revisan en este dispositivo antes de enviarse.', // private
    67: 'Es la contraseña del PDF. Quizás el cliente la sepa; nunca le pida la de la banca en línea. Lo que escriba no sale de este dispositivo y también se probará con los otros archivos bloqueados.', // password-hint
    69: 'Este archivo no se pudo desbloquear aquí. Inténtelo de nuevo o pida al cliente una copia sin contraseña.', // cannot-unlock
    95: 'Cuenta del cliente', // account-unknown
    97: 'Suba los estados de cuenta del cliente', // upload-title
    102: 'Los archivos ya se revisaron', // handed-over-title
    124: 'Este archivo está vacío.\nNo contiene nada que se pueda leer.\nPida al cliente una copia nueva.', // empty
    127: 'Este PDF está dañado.\nNo se puede abrir ninguna de sus páginas.\nPida al cliente una copia nueva, descargada del sitio del banco.', // damaged
    128: 'Este PDF está protegido con contraseña.\nNo se puede leer mientras esté bloqueado.\nPida al cliente una copia sin contraseña.', // password-required
    129: 'Este PDF está protegido con contraseña.\nNo se puede leer mientras esté bloqueado.\nDesbloquéelo aquí con su contraseña o pida al cliente una copia sin contraseña.', // unlock-here
    131: 'Este PDF está bloqueado de una forma que no permite abrirlo aquí.\nEs posible que no se pueda leer.\nPida al cliente una copia sin bloqueo, descargada del sitio del banco.', // unsupported-encryption
    133: 'Este archivo es demasiado grande.\nEl límite es de {limit} por archivo.\nPida al cliente estados de cuenta de un período más corto, por ejemplo, un mes por archivo.', // over-file-size
    134: 'Este archivo es grande.\nA veces no se aceptan archivos de más de {limit}.\nPuede enviarlo. Si no se acepta, pida al cliente estados de cuenta de un período más corto.', // near-file-size
    137: 'Los archivos suman {size}, un poco más que el límite de {limit}.\nEs posible que se acepten.\nPuede intentarlo. Si no se aceptan, quite el más grande.', // near-total-size
    139: 'Es posible que falte una parte de este PDF.\nQuizás no estén algunas páginas, a menudo las últimas.\nÁbralo para comprobarlo, o pida al cliente una copia nueva.', // incomplete
    140: 'Este PDF tiene un pequeño defecto.\nAun así, se encontraron sus páginas.\nPuede enviarlo. Si puede, pida al cliente una copia nueva.', // rebuilt
    141: 'Este archivo parece escaneado.\nLos documentos escaneados tardan más y se leen con menos precisión.\nPuede enviarlo. Si puede, pida al cliente el PDF original del banco.', // scanned
    143: 'Este archivo parece una copia guardada o impresa.\nLa revisión de una copia puede tardar más.\nPuede enviarlo. Si puede, pida al cliente el PDF original del banco.', // printed-copy
    145: 'Este archivo parece guardado con otra aplicación.\nLa revisión de una copia así puede tardar más.\nPuede enviarlo. Si puede, pida al cliente el PDF original del banco.', // edited
    146: 'Este estado de cuenta indica {pages} {pages|página|páginas}; en este archivo faltan: {missing}.\nUn estado de cuenta se lee completo.\nPida al cliente el estado de cuenta completo, descargado del sitio del banco.', // missing-pages
    147: 'Este documento parece un recibo de pago.\nSolo se pueden leer estados de cuentas bancarias y de tarjetas de crédito.\nPida al cliente su estado de cuenta.', // pay-stub
    148: 'Este documento parece un formulario de impuestos.\nSolo se pueden leer estados de cuentas bancarias y de tarjetas de crédito.\nPida al cliente su estado de cuenta.', // tax-form
    149: 'Este documento parece una lista impresa de movimientos.\nNo puede sustituir un estado de cuenta.\nPida al cliente el estado de cuenta en PDF, descargado del sitio del banco.', // transaction-list
    152: '{account}: ningún estado de cuenta cubre el período {period}.\nEsos días faltarían en el envío.\nPida al cliente el estado de cuenta que los cubre.', // missing-period
    153: '{account}: el estado de cuenta más reciente termina el {date}.\nSe necesita uno más reciente.\nPida al cliente su último estado de cuenta.', // outdated
    155: 'Estos estados de cuenta son de {accounts} {accounts|cuenta|cuentas}.\nEstá bien si usted las pidió todas.\nNo tiene que hacer nada.', // several-accounts
    167: 'Pida al cliente el estado de cuenta en PDF, descargado del sitio del banco.', // remedy-download
    168: 'Pida al cliente el estado de cuenta en PDF, descargado del sitio del banco, en lugar de una imagen.', // remedy-photo
    169: 'Si el estado de cuenta está adjunto al correo, guarde el PDF adjunto y agréguelo. Si no, pídalo al cliente en PDF, descargado del sitio del banco.', // remedy-email
    170: 'Pida al cliente el estado de cuenta en PDF, descargado del sitio del banco, en lugar de CSV.', // remedy-csv
    171: 'Pida al cliente el estado de cuenta en PDF, descargado del sitio del banco sin imprimirlo.', // remedy-postscript
  }),
};
