// Whether nobody answered, or a proxy alone did: then the service was not reached. All else is a fault that it tells of.
window.osloregionen.unreached = fault => fault instanceof TypeError || ['502', '504'].includes(fault.message);
