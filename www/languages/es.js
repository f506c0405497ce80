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
<<<<<<< HEAD
  messages: {
    'load-failed': 'No se pudo cargar esta parte de la página. Revise su conexión.',
    'connect-frame': 'Vincule su cuenta bancaria',
    'upload-frame': 'Suba sus documentos',
    'opening': 'Abriendo…',
    'cannot-open': 'No se perdió nada.',
    'if-empty': 'Si esta ventana sigue vacía, inténtelo de nuevo.',
    'try-again': 'Intentar de nuevo',
    'token-failed': 'La ventana segura no se pudo abrir en este momento. Inténtelo de nuevo.',
    'too-many-picked': 'Eligió más de {limit} archivos a la vez; solo se agregaron los primeros {limit}. Puede agregar los demás ahora.',
    'not-set-up': 'Esta parte de la página no está disponible en este momento. Vuelva a intentarlo más tarde.',
    'offer-title': 'Puede enviar estados de cuenta en su lugar',
    'offer-error-title': 'No se pudo vincular su cuenta',
    'offer-inactivity-title': '¿Necesita otra opción?',
    'offer-primary': 'Si prefiere no iniciar sesión, envíe estados de cuenta en PDF de {institution}.',
    'offer-forced': 'Envíe estados de cuenta en PDF de {institution}. Toma unos minutos.',
    'offer-not-listed': 'Envíe estados de cuenta en PDF de su institución, sea cual sea.',
    'offer-inactivity': 'Si el inicio de sesión tarda mucho, puede enviar estados de cuenta en PDF de {institution}.',
    'offer-error': '{reason} En su lugar, puede enviar estados de cuenta en PDF de {institution}.',
    'institution-known': '{institution}',
    'institution-unknown': 'su institución',
    'invalid-username': 'Su banco no reconoció el nombre de usuario.',
    'invalid-password': 'Su banco no aceptó la contraseña.',
    'disabled-login': 'Su banco desactivó el acceso en línea a esta cuenta.',
    'retry-later': 'No es posible comunicarse con su banco en este momento.',
    'session-expired': 'Su sesión venció, por su seguridad.',
    'invalid-security-response': 'Su banco no aceptó la respuesta de seguridad.',
    'aggregation-error': 'Hubo un problema al leer las cuentas.',
    'login-refused': 'Su banco no aceptó el inicio de sesión.',
    'use-upload': 'Subir estados de cuenta',
    'still-log-in': 'También puede continuar con el inicio de sesión; sigue abierto.',
    'support-code': 'Para soporte: {code}',
    'not-listed': 'Mi institución no está en la lista',
    'collect-title': 'Elija sus estados de cuenta',
    'collect-from': 'De {institution}',
    'collect-for-staff': 'Reúna los documentos de un cliente para el panel de Flinks, donde se examinan las señales de fraude',
    'one-upload': 'Envíe todos los archivos a la vez: de una sola persona y de una sola institución.',
    'private': 'Sus archivos se revisan en este dispositivo. Todavía no se ha enviado nada.',
    'drop-pdf': 'Arrastre aquí archivos PDF o una carpeta, péguelos, o',
    'drop-images': 'Arrastre aquí archivos PDF, imágenes o una carpeta, péguelos, o',
    'browse': 'Elegir archivos',
    'browse-folder': 'Elegir una carpeta',
    'limits': 'Hasta {files} {files|archivo|archivos}, {size} en total',
    'file-list': 'Archivos elegidos',
    'remove': 'Quitar {name}',
    'status-checking': 'Revisando…',
    'status-ready': 'Listo',
    'status-warning': 'Listo, con una nota',
    'status-rejected': 'No se puede usar',
    'pages': '{pages}\u00a0{pages|página|páginas}',
    'checking': 'Revisando {files} {files|archivo|archivos}…',
    'summary': '{ready} de {files} {files|archivo listo|archivos listos}',
    'summary-attention': '{ready} de {files} {files|archivo listo|archivos listos}, {attention} {attention|necesita|necesitan} su atención',
    'back-to-login': 'Volver al inicio de sesión del banco',
    'continue': 'Continuar',
    'continue-files': 'Continuar con {files} {files|archivo|archivos}',
    'continue-unchecked': 'Continuar sin revisión',
    'open-dashboard': 'Abrir el panel',
    'open-dashboard-files': 'Abrir el panel con {files} {files|archivo listo|archivos listos}',
    'going': 'Un momento…',
    'choose-first': 'Agregue al menos un archivo que se pueda usar.',
    'checklist-title': 'Elija de nuevo estos archivos',
    'checklist': 'Por su seguridad, esta página no puede pasar archivos a la ventana segura. Agregue allí {files|este archivo|estos archivos, todos a la vez}: {files|cuenta|cuentan} como un solo envío.',
    'change-files': 'Cambiar los archivos',
    'receipt': 'Crear un comprobante de estos archivos',
    'handed-over-title': 'Sus archivos ya se revisaron',
    'handed-over': 'Continúe el envío en esta página.',
    'on-its-way': 'Abriendo la página segura de envío…',
    'in-dashboard': 'El panel se abrió en una ventana nueva. Agregue allí los archivos, todos a la vez.',
    'received-title': 'Se recibieron sus documentos',
    'processing-title': 'Se están leyendo sus documentos',
    'ready-title': 'Se leyeron sus documentos',
    'needs-attention-title': 'Sus documentos están en revisión',
    'failed-title': 'No se pudieron leer sus documentos',
    'received': 'Gracias. La lectura ya comenzó y puede tardar un poco. Puede cerrar esta página.',
    'processing': 'Aquí verá cuando termine. No es necesario esperar.',
    'ready': 'Gracias. No tiene que hacer nada más aquí.',
    'needs-attention': 'Esto puede tardar un poco más. Por ahora no tiene que hacer nada.',
    'failed': 'Puede elegir otros archivos. Los PDF originales de su banco dan los mejores resultados.',
    'slow': 'La lectura continúa. Puede tardar un poco y no es necesario esperar: puede cerrar esta página.',
    'linked-title': 'Su cuenta bancaria está vinculada',
    'linked': 'Gracias. No necesita enviar documentos.',
    'empty': 'Este archivo está vacío.\nNo contiene nada que se pueda leer.\nDescárguelo de nuevo y agregue la copia nueva.',
    'not-a-pdf': 'Este archivo es {kind}, no un PDF.\nSolo se pueden leer estados de cuenta que sean archivos PDF.\n{remedy}',
    'unsupported-type': 'Este archivo es {kind}.\nAquí solo se aceptan archivos PDF.\n{remedy}',
    'damaged': 'Este PDF está dañado.\nNo se puede abrir ninguna de sus páginas.\nDescárguelo de nuevo del sitio de su banco y agregue la copia nueva.',
    'password-required': 'Este PDF está protegido con contraseña.\nNo se puede leer mientras esté bloqueado.\nÁbralo con su contraseña, guárdelo o imprímalo como un PDF nuevo sin contraseña y agregue esa copia.',
    'unsupported-encryption': 'Este PDF está bloqueado de una forma que no permite abrirlo aquí.\nEs posible que no se pueda leer.\nDescargue una copia sin bloqueo del sitio de su banco.',
    'unreadable': 'Este archivo no se puede abrir.\nQuizás se movió o se modificó, o todavía está en la nube.\nQuítelo y elíjalo de nuevo.',
    'over-file-size': 'Este archivo es demasiado grande ({size}).\nEl límite es de {limit} por archivo.\nDescargue un período más corto del sitio de su banco, por ejemplo, un mes por archivo.',
    'near-file-size': 'Este archivo es grande ({size}).\nA veces no se aceptan archivos de más de {limit}.\nPuede enviarlo. Si no se acepta, descargue un período más corto del sitio de su banco.',
    'too-many-files': 'Puede enviar hasta {files} {files|archivo|archivos} a la vez.\nLos demás quedan fuera.\nPara incluir otro, quite uno.',
    'over-total-size': 'En conjunto, los archivos pueden sumar hasta {limit}.\nLo que pasa de ahí queda fuera.\nPara incluir otro archivo, quite uno.',
    'near-total-size': 'En conjunto, sus archivos suman {size}.\nEso está cerca del límite de {limit}.\nPuede intentarlo. Si no se aceptan, quite el más grande.',
    'duplicate': 'Ya eligió este archivo.\nUna copia es suficiente.\nNo tiene que hacer nada: solo se envía la primera.',
    'incomplete': 'Es posible que falte una parte de este PDF.\nQuizás no estén algunas páginas, a menudo las últimas.\nÁbralo para comprobarlo, o descárguelo de nuevo del sitio de su banco.',
    'rebuilt': 'Este PDF tiene un pequeño defecto.\nAun así, se encontraron sus páginas.\nPuede enviarlo. Si puede, descárguelo de nuevo del sitio de su banco.',
    'scanned': 'Este archivo parece escaneado.\nLos documentos escaneados tardan más y se leen con menos precisión.\nPuede enviarlo. Si lo tiene, es mejor el PDF original de su banco.',
    'no-text': 'El texto de este PDF está dibujado, no escrito.\nSe lee como una imagen.\nNo tiene que hacer nada.',
    'portfolio': 'Este PDF contiene otros archivos.\nEs posible que no se lean.\nÁbralo, guarde cada estado de cuenta por separado y agréguelos.',
    'printed-copy': 'Este archivo parece una copia guardada o impresa.\nLa revisión de una copia puede tardar más.\nPuede enviarlo. Si lo tiene, es mejor el PDF original de su banco.',
    'unchecked': 'Este archivo no se pudo revisar por completo.\nEs posible que esté bien.\nPuede enviarlo.',
    'restricted': 'Este PDF limita las modificaciones.\nEs habitual en los estados de cuenta.\nNo tiene que hacer nada.',
    'kind-image': 'una imagen {format}',
    'kind-zip': 'un archivo ZIP, de Word o de Excel',
    'kind-html': 'una página web',
    'kind-ole': 'un archivo antiguo de Word o de Excel',
    'kind-photo': 'una foto {format}',
    'kind-avif': 'una imagen AVIF',
    'kind-email': 'un correo electrónico',
    'kind-csv': 'una hoja de cálculo en formato de texto',
    'kind-rtf': 'un documento de texto',
    'kind-postscript': 'un archivo para una impresora',
    'kind-other': 'otro tipo de archivo',
    'remedy-download': 'Descargue el estado de cuenta en PDF del sitio de su banco y agréguelo.',
    'remedy-photo': 'Descargue el estado de cuenta en PDF del sitio de su banco y agréguelo en lugar de una imagen.',
    'remedy-email': 'Si el estado de cuenta está adjunto al correo, guarde el PDF adjunto y agréguelo. Si no, descárguelo del sitio de su banco.',
    'remedy-csv': 'Descargue de nuevo el estado de cuenta del sitio de su banco, elija PDF en lugar de CSV y agréguelo.',
    'remedy-postscript': 'Descargue el estado de cuenta en PDF del sitio de su banco, sin imprimirlo, y agréguelo.',
    'receipt-reading': 'Leyendo los archivos: {done} de {files}',
    'receipt-made': 'El comprobante está listo. Se crea en este dispositivo y no se envía a ninguna parte.',
    'receipt-made-without': 'El comprobante está listo. Archivos sin SHA-256 porque ya no se pueden leer: {files}. Se crea en este dispositivo y no se envía a ninguna parte.',
    'receipt-failed': 'Esta vez no se pudo crear el comprobante. Sus archivos siguen aquí; inténtelo de nuevo.',
    'receipt-csv': 'Guardar para hojas de cálculo (CSV)',
    'receipt-json': 'Guardar para programas (JSON)',
  },
=======
  texts: [
    'No se pudo cargar esta parte de la página. Revise su conexión.', // load-failed
    'Vincule su cuenta bancaria', // connect-frame
    'Suba sus documentos', // upload-frame
    'Abriendo…', // opening
    'No se perdió nada.', // cannot-open
    'Si esta ventana sigue vacía, inténtelo de nuevo.', // if-empty
    'Intentar de nuevo', // try-again
    'La ventana segura no se pudo abrir en este momento. Inténtelo de nuevo.', // token-failed
    'Eligió más de {limit} archivos a la vez; solo se agregaron los primeros {limit}. Puede agregar los demás ahora.', // too-many-picked
    'Esta parte de la página no está disponible en este momento. Vuelva a intentarlo más tarde.', // not-set-up
    'Puede enviar estados de cuenta en su lugar', // offer-title
    'No se pudo vincular su cuenta', // offer-error-title
    '¿Necesita otra opción?', // offer-inactivity-title
    'Si prefiere no iniciar sesión, envíe estados de cuenta en PDF de {institution}.', // offer-primary
    'Envíe estados de cuenta en PDF de {institution}. Toma unos minutos.', // offer-forced
    'Envíe estados de cuenta en PDF de su institución, sea cual sea.', // offer-not-listed
    'Si el inicio de sesión tarda mucho, puede enviar estados de cuenta en PDF de {institution}.', // offer-inactivity
    '{reason} En su lugar, puede enviar estados de cuenta en PDF de {institution}.', // offer-error
    '{institution}', // institution-known
    'su institución', // institution-unknown
    'Su banco no reconoció el nombre de usuario.', // invalid-username
    'Su banco no aceptó la contraseña.', // invalid-password
    'Su banco desactivó el acceso en línea a esta cuenta.', // disabled-login
    'No es posible comunicarse con su banco en este momento.', // retry-later
    'Su sesión venció, por su seguridad.', // session-expired
    'Su banco no aceptó la respuesta de seguridad.', // invalid-security-response
    'Hubo un problema al leer las cuentas.', // aggregation-error
    'Su banco no aceptó el inicio de sesión.', // login-refused
    'Subir estados de cuenta', // use-upload
    'También puede continuar con el inicio de sesión; sigue abierto.', // still-log-in
    'Para soporte: {code}', // support-code
    'Mi institución no está en la lista', // not-listed
    'Elija sus estados de cuenta', // collect-title
    'De {institution}', // collect-from
    'Reúna los documentos de un cliente para el panel de Flinks, donde se examinan las señales de fraude', // collect-for-staff
    'Envíe todos los archivos a la vez: de una sola persona y de una sola institución.', // one-upload
    'Sus archivos se revisan en este dispositivo. Todavía no se ha enviado nada.', // private
    'Arrastre aquí archivos PDF o una carpeta, péguelos, o', // drop-pdf
    'Arrastre aquí archivos PDF, imágenes o una carpeta, péguelos, o', // drop-images
    'Elegir archivos', // browse
    'Elegir una carpeta', // browse-folder
    'Hasta {files} {files|archivo|archivos}, {size} en total', // limits
    'Archivos elegidos', // file-list
    'Quitar {name}', // remove
    'Revisando…', // status-checking
    'Listo', // status-ready
    'Listo, con una nota', // status-warning
    'No se puede usar', // status-rejected
    '{pages}\u00a0{pages|página|páginas}', // pages
    'Revisando {files} {files|archivo|archivos}…', // checking
    '{ready} de {files} {files|archivo listo|archivos listos}', // summary
    '{ready} de {files} {files|archivo listo|archivos listos}, {attention} {attention|necesita|necesitan} su atención', // summary-attention
    'Volver al inicio de sesión del banco', // back-to-login
    'Continuar', // continue
    'Continuar con {files} {files|archivo|archivos}', // continue-files
    'Continuar sin revisión', // continue-unchecked
    'Abrir el panel', // open-dashboard
    'Abrir el panel con {files} {files|archivo listo|archivos listos}', // open-dashboard-files
    'Un momento…', // going
    'Agregue al menos un archivo que se pueda usar.', // choose-first
    'Elija de nuevo estos archivos', // checklist-title
    'Por su seguridad, esta página no puede pasar archivos a la ventana segura. Agregue allí {files|este archivo|estos archivos, todos a la vez}: {files|cuenta|cuentan} como un solo envío.', // checklist
    'Cambiar los archivos', // change-files
    'Crear un comprobante de estos archivos', // receipt
    'Sus archivos ya se revisaron', // handed-over-title
    'Continúe el envío en esta página.', // handed-over
    'Abriendo la página segura de envío…', // on-its-way
    'El panel se abrió en una ventana nueva. Agregue allí los archivos, todos a la vez.', // in-dashboard
    'Se recibieron sus documentos', // received-title
    'Se están leyendo sus documentos', // processing-title
    'Se leyeron sus documentos', // ready-title
    'Sus documentos están en revisión', // needs-attention-title
    'No se pudieron leer sus documentos', // failed-title
    'Gracias. La lectura ya comenzó y puede tardar un poco. Puede cerrar esta página.', // received
    'Aquí verá cuando termine. No es necesario esperar.', // processing
    'Gracias. No tiene que hacer nada más aquí.', // ready
    'Esto puede tardar un poco más. Por ahora no tiene que hacer nada.', // needs-attention
    'Puede elegir otros archivos. Los PDF originales de su banco dan los mejores resultados.', // failed
    'La lectura continúa. Puede tardar un poco y no es necesario esperar: puede cerrar esta página.', // slow
    'Su cuenta bancaria está vinculada', // linked-title
    'Gracias. No necesita enviar documentos.', // linked
    'Este archivo está vacío.\nNo contiene nada que se pueda leer.\nDescárguelo de nuevo y agregue la copia nueva.', // empty
    'Este archivo es {kind}, no un PDF.\nSolo se pueden leer estados de cuenta que sean archivos PDF.\nDescargue el estado de cuenta en PDF del sitio de su banco y agréguelo.', // not-a-pdf
    'Este archivo es {kind}.\nAquí solo se aceptan archivos PDF.\nDescargue el estado de cuenta en PDF del sitio de su banco y agréguelo.', // unsupported-type
    'Este PDF está dañado.\nNo se puede abrir ninguna de sus páginas.\nDescárguelo de nuevo del sitio de su banco y agregue la copia nueva.', // damaged
    'Este PDF está protegido con contraseña.\nNo se puede leer mientras esté bloqueado.\nÁbralo con su contraseña, guárdelo o imprímalo como un PDF nuevo sin contraseña y agregue esa copia.', // password-required
    'Este archivo no se puede abrir.\nQuizás se movió o se modificó, o todavía está en la nube.\nQuítelo y elíjalo de nuevo.', // unreadable
    'Este archivo es demasiado grande ({size}).\nEl límite es de {limit} por archivo.\nDescargue un período más corto del sitio de su banco, por ejemplo, un mes por archivo.', // over-file-size
    'Este archivo es grande ({size}).\nA veces no se aceptan archivos de más de {limit}.\nPuede enviarlo. Si no se acepta, descargue un período más corto del sitio de su banco.', // near-file-size
    'Puede enviar hasta {files} {files|archivo|archivos} a la vez.\nLos demás quedan fuera.\nPara incluir otro, quite uno.', // too-many-files
    'En conjunto, los archivos pueden sumar hasta {limit}.\nLo que pasa de ahí queda fuera.\nPara incluir otro archivo, quite uno.', // over-total-size
    'En conjunto, sus archivos suman {size}.\nEso está cerca del límite de {limit}.\nPuede intentarlo. Si no se aceptan, quite el más grande.', // near-total-size
    'Ya eligió este archivo.\nUna copia es suficiente.\nNo tiene que hacer nada: solo se envía la primera.', // duplicate
    'Es posible que falte una parte de este PDF.\nQuizás no estén las últimas páginas.\nÁbralo para comprobarlo, o descárguelo de nuevo del sitio de su banco.', // repaired
    'Este archivo parece escaneado.\nLos documentos escaneados tardan más y se leen con menos precisión.\nPuede enviarlo. Si lo tiene, es mejor el PDF original de su banco.', // scanned
    'El texto de este PDF está dibujado, no escrito.\nSe lee como una imagen.\nNo tiene que hacer nada.', // no-text
    'Este PDF contiene otros archivos.\nEs posible que no se lean.\nÁbralo, guarde cada estado de cuenta por separado y agréguelos.', // portfolio
    'Este archivo parece una copia guardada o impresa.\nLa revisión de una copia puede tardar más.\nPuede enviarlo. Si lo tiene, es mejor el PDF original de su banco.', // printed-copy
    'Este archivo no se pudo revisar por completo.\nEs posible que esté bien.\nPuede enviarlo.', // unchecked
    'Este PDF limita las modificaciones.\nEs habitual en los estados de cuenta.\nNo tiene que hacer nada.', // restricted
    'una imagen {format}', // kind-image
    'un archivo ZIP, de Word o de Excel', // kind-zip
    'una página web', // kind-html
    'un archivo antiguo de Word o de Excel', // kind-ole
    'otro tipo de archivo', // kind-other
    'Leyendo los archivos: {done} de {files}', // receipt-reading
    'El comprobante está listo. Se crea en este dispositivo y no se envía a ninguna parte.', // receipt-made
    'El comprobante está listo. Archivos sin SHA-256 porque ya no se pueden leer: {files}. Se crea en este dispositivo y no se envía a ninguna parte.', // receipt-made-without
    'Esta vez no se pudo crear el comprobante. Sus archivos siguen aquí; inténtelo de nuevo.', // receipt-failed
    'Guardar para hojas de cálculo (CSV)', // receipt-csv
    'Guardar para programas (JSON)', // receipt-json
  ],
>>>>>>> e3d365a (wip)
};
