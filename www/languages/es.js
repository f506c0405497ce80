// Generated from src/core/i18n/languages/es.rs by: cargo run --no-default-features --features generate --example generate
export default {
  tag: 'es',
  locale: 'es-US',
  singular: 'one',
  groupFrom: '4',
  group: ',',
  decimal: '.',
  byte: 'byte',
  bytes: 'bytes',
  kilobyte: 'kB',
  megabyte: 'MB',
  texts: [
    'No se pudo cargar esta parte de la página. Revise su conexión.', // load-failed
    'Vincule su cuenta bancaria', // connect-frame
    'Suba sus documentos', // upload-frame
    'Abriendo…', // opening
    'No se perdió nada.', // cannot-open
    'Si esta ventana sigue vacía, inténtelo de nuevo.', // if-empty
    'Intentar de nuevo', // try-again
    'La ventana segura no se pudo abrir en este momento. Inténtelo de nuevo.', // token-failed
    'Eligió más de {limit} archivos a la vez; solo se agregaron los primeros {limit}.', // too-many-picked
    'Algunos archivos no se pudieron agregar. Revise la lista y agregue los que falten.', // files-left-out
    'Esta parte de la página no está disponible en este momento. Vuelva a intentarlo más tarde.', // not-set-up
    'También puede enviar estados de cuenta', // offer-title
    'No se pudo vincular su cuenta', // offer-error-title
    '¿Problemas para iniciar sesión?', // offer-inactivity-title
    'Si prefiere no iniciar sesión, envíe estados de cuenta en PDF de {institution}.', // offer-primary
    'Envíe estados de cuenta en PDF de {institution}. Solo toma unos minutos.', // offer-forced
    '¿No encuentra su banco? Envíe sus estados de cuenta en PDF.', // offer-not-listed
    'También puede enviar estados de cuenta en PDF de {institution}.', // offer-inactivity
    '{reason} Puede enviar estados de cuenta en PDF de {institution}.', // offer-error
    '{reason} Intente iniciar sesión de nuevo o envíe estados de cuenta en PDF de {institution}.', // offer-error-retry
    '{reason} Puede enviar estados de cuenta en PDF de {institution} o volver a intentarlo más tarde.', // offer-error-later
    '{institution}', // institution-known
    'su institución', // institution-unknown
    'Su banco no reconoció ese nombre de usuario.', // invalid-username
    'Su banco no aceptó esa contraseña.', // invalid-password
    'Su banco desactivó el acceso en línea a esta cuenta.', // disabled-login
    'No es posible comunicarse con su banco en este momento.', // retry-later
    'Su sesión venció por motivos de seguridad.', // session-expired
    'Su banco no aceptó la respuesta a la pregunta de seguridad.', // invalid-security-response
    'Hubo un problema al leer sus cuentas.', // aggregation-error
    'Su banco no aceptó esos datos de inicio de sesión.', // login-refused
    'Subir estados de cuenta', // use-upload
    'Ahora no', // dismiss
    'Código de error: {code}', // support-code
    'Mi banco no está en la lista', // not-listed
    'Elija sus estados de cuenta', // collect-title
    'De {institution}', // collect-from
    'Prepare los documentos de un cliente para su revisión en el panel de Flinks', // collect-for-staff
    'Envíe de una sola vez los estados de cuenta de una sola persona y de un solo banco.', // one-upload
    'Sus archivos se revisan en este dispositivo antes de enviarse.', // private
    'Arrastre aquí archivos PDF o una carpeta, o', // drop-pdf
    'Arrastre aquí archivos PDF, imágenes o una carpeta, o', // drop-images
    'Elegir archivos', // browse
    'Agregar más archivos', // browse-more
    'Elegir una carpeta', // browse-folder
    'Hasta {files} {files|archivo|archivos} PDF, {size} en total', // limits
    'Hasta {files} {files|archivo PDF o imagen|archivos PDF o imágenes}, {size} en total', // limits-images
    'Archivos elegidos', // file-list
    'Quitar {name}', // remove
    'Se quitó {name}.', // removed
    'Deshacer', // undo
    'Revisando…', // status-checking
    'Listo', // status-ready
    'Listo, con una nota', // status-warning
    'No se puede usar', // status-rejected
    'No incluido', // status-left-out
    'Omitido', // status-skipped
    'Bloqueado', // status-locked
    '{pages}\u00a0{pages|página|páginas}', // pages
    'Revisando {files} {files|archivo|archivos}…', // checking
    '{ready} de {files} {files|archivo listo|archivos listos}', // summary
    '{ready} de {files} {files|archivo listo|archivos listos}, {attention} no se {attention|puede|pueden} usar', // summary-attention
    '{summary}, {locked} {locked|bloqueado|bloqueados}', // summary-locked
    '{files} {files|archivo listo|archivos listos}', // ready-files
    'Se aplica a {files} {files|archivo|archivos}:', // shared-by
    'y {files} {files|archivo|archivos} más', // more-files
    'Contraseña de este archivo', // password
    'Es la contraseña del PDF, que no suele ser la de su banca en línea. No sale de este dispositivo y también se probará con sus otros archivos bloqueados.', // password-hint
    'Esa contraseña no abre este archivo. Revísela e inténtelo de nuevo.', // password-refused
    'Este archivo no se pudo desbloquear aquí. Inténtelo de nuevo o agregue una copia sin contraseña si su banco la ofrece.', // cannot-unlock
    'Desbloquear', // unlock
    'Desbloqueando…', // unlocking
    'Guardar la copia desbloqueada', // save-unlocked
    'desbloqueado', // unlocked-suffix
    'Volver al inicio de sesión del banco', // back-to-login
    'Continuar', // continue
    'Continuar con {files} {files|archivo|archivos}', // continue-files
    'Continuar sin revisión', // continue-unchecked
    'Abrir el panel', // open-dashboard
    'Abrir el panel con {files} {files|archivo listo|archivos listos}', // open-dashboard-files
    'Un momento…', // going
    'Agregue al menos un archivo que se pueda usar para continuar.', // choose-first
    'Desbloquee un archivo o agregue otro para continuar.', // unlock-first
    'Después, elegirá los mismos archivos otra vez en una ventana segura. Su navegador no permite que esta página los transmita.', // choose-again
    'Para los archivos desbloqueados, elija las copias desbloqueadas que guardó.', // choose-unlocked
    'Agregue los estados de cuenta de los días que faltan para continuar.', // cover-first
    'Estados de cuenta de los últimos {days} días: {period}', // required-period
    'ene feb mar abr may jun jul ago sep oct nov dic', // month-names
    '1', // first-day
    '{date}, {hour12}:{minute}\u00a0{half|a.\u00a0m.|p.\u00a0m.}', // date-time
    'Meses cubiertos: {account}', // months-covered
    'cubierto', // month-covered
    'cubierto parcialmente', // month-partly
    'falta', // month-missing
    'sin determinar', // month-unknown
    'Su cuenta', // account-unknown
    'Último paso: elija de nuevo los mismos archivos', // checklist-title
    'Suba sus estados de cuenta', // upload-title
    'En la ventana de abajo, elija {files|el mismo archivo|los mismos archivos, todos a la vez}.\nLuego envíe{files|lo|los}.', // checklist
    '{files} {files|archivo|archivos} por elegir', // files-to-choose
    'Cambiar los archivos', // change-files
    'Descargar un registro de estos archivos', // receipt
    'Sus archivos ya se revisaron', // handed-over-title
    'Continúe el envío en esta página.', // handed-over
    'Abriendo la página segura para subir sus archivos…', // on-its-way
    'El panel se abrió en una ventana nueva. Agregue allí los archivos, todos a la vez.', // in-dashboard
    'Se recibieron sus documentos', // received-title
    'Recibidos el', // received-date
    'Archivos revisados aquí', // received-files
    'Número de referencia', // reference
    'Imprimir esta página', // print
    'Se están leyendo sus documentos', // processing-title
    'Sus documentos ya se leyeron', // ready-title
    'Sus documentos están en revisión', // needs-attention-title
    'No se pudieron leer sus documentos', // failed-title
    'Gracias. La lectura puede tardar un poco. Puede cerrar esta página.', // received
    'Lo verá aquí cuando termine. No es necesario esperar.', // processing
    'Gracias. No tiene que hacer nada más aquí.', // ready
    'Esto puede tardar un poco más. Por ahora no tiene que hacer nada.', // needs-attention
    'Elija otros archivos. Los PDF originales de su banco dan los mejores resultados.', // failed
    'Elegir otros archivos', // choose-other
    'La lectura continúa. Puede tardar un poco y no es necesario esperar: puede cerrar esta página.', // slow
    'Su cuenta bancaria está vinculada', // linked-title
    'Gracias. No necesita enviar documentos.', // linked
    'Este archivo está vacío.\nNo contiene nada que se pueda leer.\nDescárguelo de nuevo y agregue la copia nueva.', // empty
    'Este archivo es {kind}, no un PDF.\nSolo se pueden leer estados de cuenta en PDF.\n{remedy}', // not-a-pdf
    'Este archivo es {kind}.\nAquí solo se aceptan archivos PDF.\n{remedy}', // unsupported-type
    'Este PDF está dañado.\nNo se puede abrir ninguna de sus páginas.\nDescárguelo de nuevo del sitio de su banco y agregue la copia nueva.', // damaged
    'Este PDF está protegido con contraseña.\nNo se puede leer mientras esté bloqueado.\nSi su banco ofrece una copia sin contraseña, descárguela y agréguela.', // password-required
    'Este PDF está protegido con contraseña.\nNo se puede leer mientras esté bloqueado.\nDesbloquéelo aquí con su contraseña o agregue una copia sin contraseña.', // unlock-here
    'La copia desbloqueada está lista.\nEl archivo de su dispositivo sigue bloqueado.\nGuarde la copia desbloqueada y elíjala en el paso siguiente en lugar del original.', // unlocked
    'Este PDF está bloqueado de una forma que no permite abrirlo aquí.\nEs posible que no se pueda leer.\nDescargue una copia sin bloqueo del sitio de su banco.', // unsupported-encryption
    'Este archivo no se puede abrir.\nQuizás se movió o se modificó, o todavía está en la nube.\nQuítelo y elíjalo de nuevo.', // unreadable
    'Este archivo es demasiado grande.\nEl límite es de {limit} por archivo.\nDescargue un período más corto del sitio de su banco, por ejemplo, un mes por archivo.', // over-file-size
    'Este archivo es grande.\nA veces no se aceptan archivos de más de {limit}.\nPuede enviarlo. Si no se acepta, descargue un período más corto del sitio de su banco.', // near-file-size
    'Puede enviar hasta {files} {files|archivo|archivos} a la vez.\nLos demás quedan fuera.\nPara hacer espacio, quite un archivo.', // too-many-files
    'En conjunto, los archivos pueden sumar hasta {limit}.\nLo que no cabe queda fuera.\nPara hacer espacio, quite un archivo.', // over-total-size
    'Sus archivos suman {size}, un poco más que el límite de {limit}.\nEs posible que se acepten.\nPuede intentarlo. Si no se aceptan, quite el más grande.', // near-total-size
    'Es el mismo archivo que {other}.', // duplicate
    'Es posible que falte una parte de este PDF.\nQuizás no estén algunas páginas, a menudo las últimas.\nÁbralo para comprobarlo, o descárguelo de nuevo del sitio de su banco.', // incomplete
    'Este PDF tiene un pequeño defecto.\nAun así, se encontraron sus páginas.\nPuede enviarlo. Si puede, descárguelo de nuevo del sitio de su banco.', // rebuilt
    'Este archivo parece escaneado.\nLos documentos escaneados tardan más y se leen con menos precisión.\nPuede enviarlo. Si lo tiene, es mejor el PDF original de su banco.', // scanned
    'Este PDF contiene otros archivos.\nEs posible que no se lean.\nÁbralo, guarde cada estado de cuenta por separado y agréguelos.', // portfolio
    'Este archivo parece una copia guardada o impresa.\nLa revisión de una copia puede tardar más.\nPuede enviarlo. Si lo tiene, es mejor el PDF original de su banco.', // printed-copy
    'Este archivo no se pudo revisar por completo.\nEs posible que esté bien.\nPuede enviarlo.', // unchecked
    'Este archivo parece guardado con otra aplicación.\nLa revisión de una copia así puede tardar más.\nPuede enviarlo. Si lo tiene, es mejor el PDF original de su banco.', // edited
    'Este estado de cuenta indica {pages} {pages|página|páginas}; en este archivo faltan: {missing}.\nUn estado de cuenta se lee completo.\nDescargue el estado de cuenta completo del sitio de su banco y agréguelo.', // missing-pages
    'Este documento parece un recibo de pago.\nSolo se pueden leer estados de cuentas bancarias y de tarjetas de crédito.\nAgregue su estado de cuenta.', // pay-stub
    'Este documento parece un formulario de impuestos.\nSolo se pueden leer estados de cuentas bancarias y de tarjetas de crédito.\nAgregue su estado de cuenta.', // tax-form
    'Este documento parece una lista impresa de movimientos.\nNo puede sustituir un estado de cuenta.\nDescargue el estado de cuenta de su banco en PDF y agréguelo.', // transaction-list
    'Este documento no parece un estado de cuenta.\nSolo se pueden leer estados de cuentas bancarias y de tarjetas de crédito.\nSi quería agregar otro archivo, elija ese.', // other-document
    'Este estado de cuenta parece de {found}, no de {institution}.\nCada envío es para una sola institución.\nSi no corresponde, quítelo.', // other-institution
    '{account}: ningún estado de cuenta cubre el período {period}.\nEsos días faltarían en su envío.\nAgregue el estado de cuenta que los cubre.', // missing-period
    '{account}: el estado de cuenta más reciente termina el {date}.\nSe necesita uno más reciente.\nAgregue su último estado de cuenta.', // outdated
    'Estos estados de cuenta son de más de una institución: {institutions}.\nCada envío es para una sola institución.\nEnvíe los otros por separado.', // several-institutions
    'Sus estados de cuenta son de {accounts} {accounts|cuenta|cuentas}.\nEstá bien si le pidieron todas.\nNo tiene que hacer nada.', // several-accounts
    'una imagen {format}', // kind-image
    'un archivo ZIP, de Word o de Excel', // kind-zip
    'una página web', // kind-html
    'un archivo antiguo de Word o de Excel', // kind-ole
    'una foto {format}', // kind-photo
    'una imagen AVIF', // kind-avif
    'un correo electrónico', // kind-email
    'una hoja de cálculo (CSV)', // kind-csv
    'un documento de texto', // kind-rtf
    'un archivo para una impresora', // kind-postscript
    'otro tipo de archivo', // kind-other
    'Descargue el estado de cuenta en PDF del sitio de su banco y agréguelo.', // remedy-download
    'Descargue el estado de cuenta en PDF del sitio de su banco y agréguelo en lugar de una imagen.', // remedy-photo
    'Si el estado de cuenta está adjunto al correo, guarde el PDF adjunto y agréguelo. Si no, descárguelo del sitio de su banco.', // remedy-email
    'Descargue de nuevo el estado de cuenta del sitio de su banco, elija PDF en lugar de CSV y agréguelo.', // remedy-csv
    'Descargue el estado de cuenta en PDF del sitio de su banco, sin imprimirlo, y agréguelo.', // remedy-postscript
    'Leyendo los archivos: {done} de {files}', // receipt-reading
    'El registro está listo. Se creó en este dispositivo y no se envía a ninguna parte.', // receipt-made
    'El registro está listo. {files} {files|archivo ya no se puede leer y figura|archivos ya no se pueden leer y figuran} sin SHA-256. Se creó en este dispositivo y no se envía a ninguna parte.', // receipt-made-without
    'Esta vez no se pudo crear el registro. Los archivos siguen aquí. Inténtelo de nuevo.', // receipt-failed
    'Guardar para hojas de cálculo (CSV)', // receipt-csv
    'Guardar para programas (JSON)', // receipt-json
  ],
};
