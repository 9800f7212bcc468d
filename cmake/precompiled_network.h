#include "precompiled_core.h"

#include <QDateTime>
#include <QDebug>
#include <QDir>
#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QObject>
#include <QPointer>
#include <QSslCertificate>
#include <QTimer>
#include <QVariant>
