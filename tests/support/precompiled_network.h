// Headers that most tests of the layers above the domain include.
#include "cmake/precompiled_network.h"
#include "precompiled.h"

#include <QFile>
#include <QProcess>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
