#include "precompiled_core.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>
