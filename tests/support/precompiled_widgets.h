// Headers that most tests of the window include.
#include "cmake/precompiled_widgets.h"
#include "precompiled_network.h"

#include <QAbstractItemView>
#include <QAbstractTableModel>
#include <QLineEdit>
#include <QTest>
