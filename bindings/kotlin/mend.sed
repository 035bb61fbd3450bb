# What UniFFI 0.32 leaves open in the Kotlin it generates. bindings/generate.sh applies this and sees that every line was found; the tests named here fail without it.

# An object that was closed must not be handed over. The object whose method is called is guarded, those in the arguments are not, and their memory may be gone by
# then. The guard is there, so let it be used. (ErrorsTest: what was closed is not used again.)
s/return value\.uniffiCloneHandle()/return value.callWithHandle { it }/

# A direct buffer begins at its position, not at its start. (BuffersTest: a buffer is read from its position.)
s/com\.sun\.jna\.Native\.getDirectBufferPointer(value)$/com.sun.jna.Native.getDirectBufferPointer(value.slice())/

# The native side has the buffer's address only. What is passed to it holds on to the buffer, or the garbage collector may take that from under the call.
# (BuffersTest: a buffer nobody else holds stays until the call is over.)
s/^internal open class ForeignBytes : Structure() {$/& internal var held: java.nio.ByteBuffer? = null/
s/^        fb\.len = remaining$/&; fb.held = value/
s/UniFFI zero-copy &\[u8\] requires a direct ByteBuffer\. Use ByteBuffer\.allocateDirect()\./the buffer must be a direct one (ByteBuffer.allocateDirect); pass a ByteArray for bytes of the heap/

# Half a character, as cutting a text in the middle of an emoji leaves it, is a question mark and not an exception. (ErrorsTest: texts of any kind.)
s/onMalformedInput(CodingErrorAction\.REPORT)/onMalformedInput(CodingErrorAction.REPLACE)/

# Whatever the app's code throws ends the work, errors included. (StickersTest: a set tells how far it is and can be stopped.)
s/^    } catch(e: kotlin\.Exception) {$/    } catch(e: kotlin.Throwable) {/
