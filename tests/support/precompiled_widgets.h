// What nearly every test of the window includes.
#include "cmake/precompiled_widgets.h"
#include "precompiled_network.h"

#include <QAbstractItemView>
#include <QAbstractTableModel>
#include <QLineEdit>
#include <QTest>
